import clsx from 'clsx'
import ReactMarkdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import { remember } from '@/lib/domain/text/remember'
import { Formula } from './formula'

export interface MarkdownProps {
  readonly text: string
  /** Language of the text where it may differ from the page's. */
  readonly lang?: string
  readonly className?: string
  /** Level of the text's highest headings: one below the heading that it stands under. */
  readonly headings?: 3 | 4 | 5
}

// No raw HTML and no images: nothing that a text holds may run or be fetched.
const components: Components = {
  img: ({ alt }) => <span>{alt}</span>,
  a: ({ href, children }) =>
    href?.startsWith('#') ? (
      <a href={href}>{children}</a>
    ) : (
      <a href={href} rel="noreferrer noopener" target="_blank">
        {children}
      </a>
    ),
  // remark-math hands formulas on as code of the language "math".
  code: ({ className, children }) =>
    className?.includes('language-math') ? (
      <Formula tex={String(children)} display={className.includes('math-display')} />
    ) : (
      <code className={className}>{children}</code>
    ),
  pre: ({ node, children }) => {
    const code = node?.children[0]
    const classes = code?.type === 'element' ? code.properties['className'] : undefined
    const formula = Array.isArray(classes) && classes.includes('math-display')
    // What may scroll sideways must be reachable by keyboard.
    return formula ? <div>{children}</div> : <pre tabIndex={0}>{children}</pre>
  },
  table: ({ children }) => <table tabIndex={0}>{children}</table>,
  // The empty corner of a table heads nothing.
  th: ({ children, style }) => (children === undefined ? <td /> : <th style={style}>{children}</th>),
}

const headingsFrom = (level: 3 | 4 | 5): Components => ({
  h1: `h${level}`,
  h2: `h${level}`,
  h3: level === 3 ? 'h4' : level === 4 ? 'h5' : 'h6',
  h4: level === 3 ? 'h5' : 'h6',
  h5: 'h6',
})

/** Texts that are kept parsed: reference answers and claims come again in every report on their questions. */
const mostKept = 1_000

const parsed = remember(
  ({ text, headings }: { readonly text: string; readonly headings: 3 | 4 | 5 }) =>
    ReactMarkdown({
      remarkPlugins: [remarkGfm, remarkMath],
      components: { ...components, ...headingsFrom(headings) },
      children: text,
    }),
  ({ text, headings }) => `${headings} ${text}`,
  mostKept,
)

/** Markdown with tables and formulas. Use `Markdown` on the server and `MarkdownLazy` for what streams in. */
export function MarkdownBody({ text, lang, className, headings = 3 }: MarkdownProps) {
  return (
    <div lang={lang} className={clsx('prose', className)}>
      {parsed({ text, headings })}
    </div>
  )
}
