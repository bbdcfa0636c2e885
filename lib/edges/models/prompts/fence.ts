/**
 * A value as data between tags. It is JSON with its angle brackets escaped, so that nothing in it can close the fence
 * or open another.
 */
export const fence = (tag: string, value: unknown): string =>
  `<${tag}>\n${JSON.stringify(value).replace(/</g, '\\u003c').replace(/>/g, '\\u003e')}\n</${tag}>`
