import 'katex/dist/katex.min.css'

/** For server components: the page gets finished HTML and no parser. */
export { MarkdownBody as Markdown } from './markdown-body'
