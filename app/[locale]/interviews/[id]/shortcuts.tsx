import { useTranslations } from 'next-intl'
import { useEffect, useState, type RefObject } from 'react'
import { Button } from '@/app/ui/button'
import { Dialog } from '@/app/ui/dialog'
import { TextButton } from '@/app/ui/text-button'

const keys = { send: 'Enter', break: 'Shift + Enter', leave: 'Esc', focus: '/', sheet: '?' } as const
const meanings = ['send', 'break', 'leave', 'focus', 'sheet'] as const

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The sheet of keys, opened with `?`; `/` leads to the answer box. Neither is heard while something is typed. */
export function Shortcuts({ box }: { readonly box: RefObject<HTMLTextAreaElement | null> }) {
  const t = useTranslations('interview')
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return
      if (event.key === '?') setOpen(true)
      if (event.key !== '/') return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [box])
  return (
    <>
      {/* Where there is no keyboard there is nothing to press. */}
      <TextButton className="hidden px-2 sm:inline-flex" aria-keyshortcuts="?" onClick={() => setOpen(true)}>
        {t('shortcuts')}
      </TextButton>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('shortcuts')}
        description={t('shortcutsHint')}
        actions={<Button onClick={() => setOpen(false)}>{t('close')}</Button>}
      >
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-5 gap-y-3 font-sans text-ui">
          {meanings.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="rounded-sm border border-edge px-1.5 font-mono text-note">{keys[key]}</kbd>
              </dt>
              <dd className="text-ink-soft">{t(`keyHints.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
