'use client'

import { lazy, Suspense } from 'react'
import clsx from 'clsx'
import type { MarkdownProps } from './markdown-body'

const load = () => import('./markdown-client')
const Body = lazy(load)

/** Fetches the parser before it is needed, for example when the answer box gets the focus. */
export const preloadMarkdown = (): void => void load().catch(() => undefined)

/** Markdown for text that arrives in the browser. Until its parser is there the text is shown as it was written. */
export function MarkdownLazy(props: MarkdownProps) {
  const plain = (
    <div lang={props.lang} className={clsx('prose whitespace-pre-wrap', props.className)}>
      {props.text}
    </div>
  )
  return (
    <Suspense fallback={plain}>
      <Body {...props} />
    </Suspense>
  )
}
