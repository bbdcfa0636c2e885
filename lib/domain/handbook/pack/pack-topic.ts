const topicPrefix = 'pack-'

/** The topic that a pack is. */
export const packTopic = (id: string): string => `${topicPrefix}${id}`

/** The pack that a topic is; `undefined` for one of the built-in handbook. */
export const packOfTopic = (topic: string): string | undefined =>
  topic.startsWith(topicPrefix) ? topic.slice(topicPrefix.length) : undefined
