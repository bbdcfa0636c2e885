'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRouter } from '@/app/i18n/navigation'
import { ConfirmDialog } from '@/app/ui/confirm-dialog'
import { TextButton } from '@/app/ui/text-button'

/** Deletes a pack after asking. Never throws: a pack that is gone already is as good as deleted. */
async function remove(id: string): Promise<boolean> {
  try {
    const { ok, status } = await fetch(`/api/packs/${id}`, { method: 'DELETE' })
    return ok || status === 404
  } catch {
    return false
  }
}

export function DeletePack({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useTranslations('packs')
  const router = useRouter()
  const [state, setState] = useState<'closed' | 'asking' | 'deleting' | 'failed'>('closed')
  const confirm = async () => {
    setState('deleting')
    const done = await remove(id)
    setState(done ? 'closed' : 'failed')
    if (done) router.refresh()
  }
  return (
    <>
      <TextButton onClick={() => setState('asking')} aria-label={t('deleteNamed', { name })}>
        {t('delete')}
      </TextButton>
      <ConfirmDialog
        open={state !== 'closed'}
        onOpenChange={(open) => setState(open ? 'asking' : 'closed')}
        title={t('confirmTitle', { name })}
        description={state === 'failed' ? t('deleteFailed') : t('confirmText')}
        confirm={state === 'deleting' ? t('deleting') : t('confirmYes')}
        cancel={t('confirmNo')}
        pending={state === 'deleting'}
        onConfirm={() => void confirm()}
      />
    </>
  )
}
