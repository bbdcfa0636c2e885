import 'katex/dist/katex.min.css'
import './marked.css'
import { Fragment, type ReactNode } from 'react'
import { Mark } from '@/app/ui/mark'
import { answerAtoms } from './answer-atoms'
import { locateAll, markPieces, type Piece } from './mark-spans'
import { gatherNotes, type Note } from './note'
import { Typed } from './typed'

interface Props {
  readonly text: string
  readonly lang: string
  readonly notes: readonly Note[]
}

/** The mark's last piece says what it is about; the others only carry its line. */
function underlined(inner: ReactNode, { quoted, ends }: Piece<Note>['marks'][number]): ReactNode {
  if (!ends) return <mark className={`mark mark-${quoted.verdict}`}>{inner}</mark>
  const { verdict, about, labels } = quoted
  return (
    <Mark verdict={verdict} about={about.join('; ') || undefined}>
      {inner}
      {labels.length > 0 && (
        // An inline block takes no underline; the word joiner keeps it on the line of its words.
        <>
          {'\u2060'}
          <sup aria-hidden className="figures ms-0.5 inline-block font-sans text-[0.65em] text-ink-soft">
            {labels.join(', ')}
          </sup>
        </>
      )}
    </Mark>
  )
}

/** The candidate's own words, exactly as typed, with the examiner's marks on what was quoted. */
export function MarkedAnswer({ text, lang, notes }: Props) {
  const atoms = answerAtoms(text)
  const pieces = markPieces(text.length, gatherNotes(locateAll(text, notes)), atoms)
  return (
    <div lang={lang} className="prose whitespace-pre-wrap">
      {pieces.map((piece) => (
        <Fragment key={piece.start}>
          {piece.marks.reduceRight<ReactNode>(
            underlined,
            <Typed {...{ text, atoms }} start={piece.start} end={piece.end} />,
          )}
        </Fragment>
      ))}
    </div>
  )
}
