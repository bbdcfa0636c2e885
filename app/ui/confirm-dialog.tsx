'use client'

import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

interface Props {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: ReactNode
  /** What will happen, and what will not. */
  readonly description: ReactNode
  readonly confirm: ReactNode
  readonly cancel: ReactNode
  readonly pending?: boolean
  readonly onConfirm: () => void
}

/** Asks before something that cannot be taken back. The way out comes first and has the focus. */
export function ConfirmDialog(props: Props) {
  const { open, onOpenChange, title, description, confirm, cancel, pending = false, onConfirm } = props
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={() => onOpenChange(false)}>{cancel}</Button>
          <Button variant="primary" pending={pending} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    />
  )
}
