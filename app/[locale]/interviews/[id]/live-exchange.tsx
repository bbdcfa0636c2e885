import { useTranslations } from 'next-intl'
import type { InterviewView } from '@/lib/domain/interview/view'
import { MarkdownLazy } from '@/app/ui/markdown-lazy'
import { Feedback } from './feedback'
import { MessageView } from './message-view'
import type { LiveMessage } from './turn-stream'

interface Props {
  readonly messages: readonly LiveMessage[]
  readonly language: InterviewView['language']
  readonly planned: number
  readonly topicTitles: Readonly<Record<string, string>>
}

/** What is said while the page is open. */
export function LiveExchange({ messages, language, planned, topicTitles }: Props) {
  const t = useTranslations('interview')
  return messages.map((message) => (
    <div key={message.id} className="space-y-8">
      <MessageView
        message={message}
        topicTitle={topicTitles[message.topic ?? '']}
        planned={planned}
        language={language}
      >
        <MarkdownLazy
          text={message.text || (message.kind === 'answer' ? t('emptyAnswer') : '')}
          lang={language}
        />
      </MessageView>
      {message.feedback && <Feedback grade={message.feedback} />}
    </div>
  ))
}

/** Reads each of the interviewer's messages out once, when it is whole. */
export function ReadAloud({ messages }: Pick<Props, 'messages'>) {
  const spoken = messages.findLast((message) => message.role === 'interviewer')
  return (
    <p aria-live="polite" className="sr-only" data-testid="read-aloud">
      {spoken?.complete ? spoken.text : ''}
    </p>
  )
}
