import { Markdown } from '@/app/ui/markdown'
import type { AskedQuestion } from '@/lib/domain/interview/events'
import type { InterviewView, Message } from '@/lib/domain/interview/view'
import { Debrief } from './debrief'
import { Feedback } from './feedback'
import { feedbackNotes } from './feedback-notes'
import { MarkedAnswer } from './marked/marked-answer'
import { asks, QuestionHead, Said } from './said'
import type { Section } from './sections'

interface Props {
  readonly section: Section
  readonly view: Pick<InterviewView, 'language' | 'progress' | 'mode' | 'status'>
  readonly title: string
  /** The question as it was asked, for feedback on the answers to it. */
  readonly rubric?: AskedQuestion
  /** The question is done: feedback may name what was missing. */
  readonly over: boolean
}

interface MessageProps {
  readonly message: Message
  readonly language: InterviewView['language']
  readonly rubric?: AskedQuestion
  readonly over: boolean
  /** An answer to a follow-up, which asks for one point and not for all of them. */
  readonly narrow: boolean
}

function MessageView({ message, language, rubric, over, narrow }: MessageProps) {
  const { text, kind, feedback } = message
  if (kind !== 'answer')
    return (
      <Said message={message} lang={language}>
        <Markdown text={text} />
      </Said>
    )
  const notes = feedback && rubric && feedbackNotes(feedback, { question: rubric, language, over, narrow })
  return (
    <Said
      message={message}
      lang={language}
      margin={feedback && notes && <Feedback grade={feedback} notes={notes} lang={language} />}
    >
      <MarkedAnswer text={text} lang={language} notes={notes?.marks ?? []} />
    </Said>
  )
}

/** A question and the exchange about it, set on the server so that no parser goes to the browser. */
export function SectionView({ section, view, title, rubric, over }: Props) {
  const { question, exchange } = section
  const { language, progress } = view
  return (
    <>
      <QuestionHead message={question} topic={title} planned={progress.planned} lang={language}>
        <Markdown text={question.text} />
      </QuestionHead>
      {exchange.map((message, index) => (
        <MessageView
          key={message.id}
          {...{ message, language, rubric, over }}
          narrow={exchange.slice(0, index).some(({ kind }) => asks.includes(kind))}
        />
      ))}
      {over && rubric && view.mode === 'practice' && (
        <Debrief question={rubric} language={language} closed={view.status === 'closed'} />
      )}
    </>
  )
}
