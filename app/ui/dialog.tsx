'use client'

import { Dialog as Primitive } from 'radix-ui'
import { useRef, type ReactNode } from 'react'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  /** What the dialog is about, read out with the title. */
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode
}

/** A sheet over the page. Escape and a click beside it close it; focus goes back to where it was. */
export function Dialog({ open, onOpenChange, title, description, children, actions }: Props) {
  const opener = useRef<Element | null>(null)
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-[#1f1c18]/45 dark:bg-black/65" />
        <Primitive.Content
          onOpenAutoFocus={() => {
            opener.current = document.activeElement
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (opener.current instanceof HTMLElement) opener.current.focus()
          }}
          {...(description === undefined && { 'aria-describedby': undefined })}
          className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 overflow-y-auto rounded-md border border-rule bg-sheet p-6 outline-none sm:p-8"
        >
          <Primitive.Title className="font-serif text-lead font-semibold">{title}</Primitive.Title>
          {description !== undefined && (
            <Primitive.Description className="mt-3 text-ui text-ink-soft">
              {description}
            </Primitive.Description>
          )}
          {children && <div className="mt-5">{children}</div>}
          {actions && <div className="mt-7 flex flex-wrap justify-end gap-3">{actions}</div>}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
