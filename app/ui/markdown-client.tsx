'use client'

import 'katex/dist/katex.min.css'

/** The chunk that `MarkdownLazy` loads; import that instead. */
export { MarkdownBody as default } from './markdown-body'
