import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/app/ui/confirm-dialog'
import { TextButton } from '@/app/ui/text-button'
import type { SentTurn } from './turn-stream'

export type Request = Exclude<SentTurn['kind'], 'answer'>

interface Props {
  readonly busy: boolean
  /** Something stands in the answer box: skipping would leave it unsent. */
  readonly written: boolean
  readonly onRequest: (kind: Request) => void
}

const quiet = 'px-1.5 first:-ms-1.5 sm:px-2 sm:first:-ms-2'

/** What can be asked of the interviewer besides answering; what cannot be taken back is asked again. */
export function Requests({ busy, written, onRequest }: Props) {
  const t = useTranslations('interview')
  const [asking, setAsking] = useState<'skip' | 'end'>()
  // The dialog keeps its words while it closes.
  const [shown, setShown] = useState<'skip' | 'end'>('end')
  const ask = (kind: 'skip' | 'end') => {
    setShown(kind)
    setAsking(kind)
  }
  return (
    <>
      <TextButton disabled={busy} className={quiet} onClick={() => onRequest('hint-request')}>
        {t('hint')}
      </TextButton>
      <TextButton disabled={busy} className={quiet} onClick={() => onRequest('clarification-request')}>
        {t('clarify')}
      </TextButton>
      <TextButton
        disabled={busy}
        className={quiet}
        onClick={() => (written ? ask('skip') : onRequest('skip'))}
      >
        {t('skip')}
      </TextButton>
      <TextButton disabled={busy} className={quiet} onClick={() => ask('end')}>
        {t('end')}
      </TextButton>
      <ConfirmDialog
        open={asking !== undefined}
        onOpenChange={(open) => !open && setAsking(undefined)}
        title={t(`confirm.${shown}.title`)}
        description={t(`confirm.${shown}.text`)}
        confirm={t(`confirm.${shown}.yes`)}
        cancel={t('confirm.no')}
        onConfirm={() => {
          setAsking(undefined)
          onRequest(shown)
        }}
      />
    </>
  )
}
