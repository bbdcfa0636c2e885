import katex from 'katex'

interface Props {
  /** TeX without its dollar signs. */
  readonly tex: string
  readonly display?: boolean
}

/**
 * A formula as HTML for the eye and MathML for screen readers. What cannot be set is shown as it was written.
 * The markup is KaTeX's own: it escapes text, and without `trust` it makes no links, classes or requests.
 */
export function Formula({ tex, display = false }: Props) {
  const html = katex.renderToString(tex, {
    displayMode: display,
    throwOnError: false,
    errorColor: 'currentColor',
    strict: 'ignore',
    maxSize: 20,
  })
  // What may scroll sideways must be reachable by keyboard.
  return (
    <span
      tabIndex={display ? 0 : undefined}
      dangerouslySetInnerHTML={{ __html: html }}
      className={display ? 'formula' : undefined}
    />
  )
}
