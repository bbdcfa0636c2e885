import 'katex/dist/katex.min.css'
import './marked.css'
import { Fragment, type ReactNode } from 'react'
import { Formula } from '@/app/ui/formula'
import { Mark } from '@/app/ui/mark'
import { answerAtoms, type Atom } from './answer-atoms'
import { locateAll, markPieces, type Piece } from './mark-spans'
import { gatherNotes, type Note } from './note'

interface Props {
  readonly text: string
  readonly lang: string
  readonly notes: readonly Note[]
}

function Set({ atom }: { readonly atom: Atom }) {
  if (atom.kind === 'formula' || atom.kind === 'display')
    return <Formula tex={atom.body} display={atom.kind === 'display'} />
  return <code className={atom.kind === 'code-block' ? 'block py-2 ps-4' : undefined}>{atom.body}</code>
}

/** A stretch of the answer as typed, with its formulas and code set. Marks never cut through those. */
function words(text: string, { start, end }: Piece<Note>, atoms: readonly Atom[]): ReactNode {
  const within = atoms.filter((atom) => start <= atom.start && atom.end <= end)
  const after = within.at(-1)?.end ?? start
  return (
    <>
      {within.map((atom, index) => (
        <Fragment key={atom.start}>
          {text.slice(within[index - 1]?.end ?? start, atom.start)}
          <Set atom={atom} />
        </Fragment>
      ))}
      {text.slice(after, end)}
    </>
  )
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
          {piece.marks.reduceRight<ReactNode>(underlined, words(text, piece, atoms))}
        </Fragment>
      ))}
    </div>
  )
}
