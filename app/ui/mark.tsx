import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { VerdictKind } from '@/lib/domain/grading/grade'

interface Props {
  readonly verdict: Exclude<VerdictKind, 'missing'>
  /** The key point or misconception that the words prove, said after them to those who don't see the line. */
  readonly about?: string
  /** The word that makes the quote wrong; struck in `contradicted` quotes of plain text. */
  readonly strike?: string
  readonly children: ReactNode
}

function struck(quote: string, word: string): ReactNode {
  const at = quote.indexOf(word)
  if (at < 0 || word === '') return quote
  return (
    <>
      {quote.slice(0, at)}
      <s className="mark-struck">{word}</s>
      {quote.slice(at + word.length)}
    </>
  )
}

/**
 * The examiner's line under words of an answer. Marks may stand inside each other. What is missing has no words to
 * stand under: it is a `MarginNote`. In a client component the page must hand out the `verdicts` namespace.
 */
export function Mark({ verdict, about, strike, children }: Props) {
  const t = useTranslations('verdicts')
  const plain = typeof children === 'string' && strike !== undefined && verdict === 'contradicted'
  return (
    <mark className={clsx('mark', `mark-${verdict}`)}>
      {plain ? struck(children, strike) : children}
      <span className="sr-only select-none">
        {' '}
        ({t(verdict)}
        {about && `: ${about}`}){' '}
      </span>
    </mark>
  )
}
