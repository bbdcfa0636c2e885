import { Fragment } from 'react'
import { Formula } from '@/app/ui/formula'
import { answerAtoms, type Atom } from './answer-atoms'

function Set({ atom, inline }: { readonly atom: Atom; readonly inline: boolean }) {
  if (atom.kind === 'formula' || atom.kind === 'display')
    return <Formula tex={atom.body} display={atom.kind === 'display' && !inline} />
  return <code className={atom.kind === 'code-block' ? 'block py-2 ps-4' : undefined}>{atom.body}</code>
}

interface Props {
  readonly text: string
  /** The stretch of the text that is shown; all of it when left out. */
  readonly start?: number
  readonly end?: number
  /** The formulas and code of the whole text. */
  readonly atoms?: readonly Atom[]
  /** Displayed formulas stay in the line. */
  readonly inline?: boolean
}

/** A candidate's words as typed, with their formulas and code set. */
export function Typed({
  text,
  start = 0,
  end = text.length,
  atoms = answerAtoms(text),
  inline = false,
}: Props) {
  const within = atoms.filter((atom) => start <= atom.start && atom.end <= end)
  return (
    <>
      {within.map((atom, index) => (
        <Fragment key={atom.start}>
          {text.slice(within[index - 1]?.end ?? start, atom.start)}
          <Set atom={atom} inline={inline} />
        </Fragment>
      ))}
      {text.slice(within.at(-1)?.end ?? start, end)}
    </>
  )
}
