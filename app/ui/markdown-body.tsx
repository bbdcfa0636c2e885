import clsx from 'clsx'
import type { ComponentProps } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import rehypeKatex from 'rehype-katex'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'

export interface MarkdownProps {
  readonly text: string
  /** Language of the text where it may differ from the page's. */
  readonly lang?: string
  readonly className?: string
}

// No raw HTML and no images: nothing that a text holds may run or be fetched. Headings come below the page's own.
const components: Components = {
  h1: 'h4',
  h2: 'h4',
  h3: 'h5',
  h4: 'h6',
  h5: 'h6',
  img: ({ alt }) => <span>{alt}</span>,
  a: ({ href, children }) => (
    <a href={href} rel="noreferrer noopener" target="_blank">
      {children}
    </a>
  ),
  // What scrolls sideways must be reachable by keyboard.
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => <table tabIndex={0}>{children}</table>,
  span: ({ node: _, className, ...rest }: ComponentProps<'span'> & { node?: unknown }) => (
    <span {...rest} className={className} tabIndex={className === 'katex-display' ? 0 : undefined} />
  ),
}

/** Markdown with tables and formulas. Use `Markdown` on the server and `MarkdownLazy` for what streams in. */
export function MarkdownBody({ text, lang, className }: MarkdownProps) {
  return (
    <div lang={lang} className={clsx('prose', className)}>
      <ReactMarkdown
        remarkPlugins={[remarkGfm, remarkMath]}
        rehypePlugins={[[rehypeKatex, { strict: 'ignore', throwOnError: false, errorColor: 'currentColor' }]]}
        components={components}
      >
        {text}
      </ReactMarkdown>
    </div>
  )
}
