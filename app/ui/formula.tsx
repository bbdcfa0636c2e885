import katex from 'katex'
import { remember } from '@/lib/domain/text/remember'

interface Props {
  /** TeX without its dollar signs. */
  readonly tex: string
  readonly display?: boolean
}

/** Formulas that are kept set: a report of twenty questions has some hundred, the handbook a few thousand. */
const mostKept = 4_000

const set = remember(
  ({ tex, display = false }: Props) =>
    katex.renderToString(tex, {
      displayMode: display,
      throwOnError: false,
      errorColor: 'currentColor',
      strict: 'ignore',
      maxSize: 20,
    }),
  ({ tex, display = false }) => `${display} ${tex}`,
  mostKept,
)

/**
 * A formula as HTML for the eye and MathML for screen readers. What cannot be set is shown as it was written.
 * The markup is KaTeX's own: it escapes text, and without `trust` it makes no links, classes or requests.
 */
export function Formula({ tex, display = false }: Props) {
  // What may scroll sideways must be reachable by keyboard.
  return (
    <span
      tabIndex={display ? 0 : undefined}
      dangerouslySetInnerHTML={{ __html: set({ tex, display }) }}
      className={display ? 'formula' : undefined}
    />
  )
}
