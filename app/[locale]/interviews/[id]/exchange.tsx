import { getTranslations } from 'next-intl/server'
import type { InterviewView } from '@/lib/domain/interview/view'
import { Markdown } from '@/app/ui/markdown'
import { Feedback } from './feedback'
import { MessageView } from './message-view'

interface Props {
  readonly view: InterviewView
  readonly topicTitles: Readonly<Record<string, string>>
}

/** What has been said before the page was opened, set on the server so that no parser goes to the browser. */
export async function Exchange({ view, topicTitles }: Props) {
  const t = await getTranslations('interview')
  return (
    <div className="space-y-8">
      {view.messages.map((message) => (
        <div key={message.id} className="space-y-8">
          <MessageView
            message={message}
            topicTitle={topicTitles[message.topic ?? '']}
            planned={view.progress.planned}
            language={view.language}
          >
            <Markdown
              text={message.text || (message.kind === 'answer' ? t('emptyAnswer') : '')}
              lang={view.language}
            />
          </MessageView>
          {message.feedback && <Feedback grade={message.feedback} />}
        </div>
      ))}
    </div>
  )
}
