'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/ui/button'
import { ConfirmDialog } from '@/app/ui/confirm-dialog'
import { Dialog } from '@/app/ui/dialog'
import { Disclosure } from '@/app/ui/disclosure'
import { MarkdownLazy } from '@/app/ui/markdown-lazy'
import { Tabs } from '@/app/ui/tabs'
import { Section } from './section'

/** What opens. */
export function Overlays() {
  const t = useTranslations('styleguide')
  const start = useTranslations('start')
  const home = useTranslations('home')
  const common = useTranslations('common')
  const [confirming, setConfirming] = useState(false)
  const [reading, setReading] = useState(false)
  return (
    <Section title={t('overlays')}>
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => setConfirming(true)}>ConfirmDialog</Button>
        <Button onClick={() => setReading(true)}>Dialog</Button>
      </div>
      <ConfirmDialog
        open={confirming}
        onOpenChange={setConfirming}
        title={start('errorTitle')}
        description={start('errorNetwork')}
        confirm={start('submit')}
        cancel={common('cancel')}
        onConfirm={() => setConfirming(false)}
      />
      <Dialog
        open={reading}
        onOpenChange={setReading}
        title={home('specimenTopic')}
        actions={<Button onClick={() => setReading(false)}>{common('close')}</Button>}
      >
        <p>{home('specimenQuestion')}</p>
      </Dialog>
      <Tabs
        label={t('overlays')}
        tabs={[
          { id: 'question', label: home('specimenNumber'), content: <p>{home('specimenQuestion')}</p> },
          { id: 'reference', label: home('specimenTopic'), content: <p>{home('specimenCovered')}</p> },
        ]}
      />
      <Disclosure summary={start('beingWrittenSummary', { count: 3 })}>
        <p className="text-ui">{home('specimenMissing')}</p>
      </Disclosure>
      <MarkdownLazy
        text={`${home('specimenQuestion')}\n\n$$\\mathrm{softmax}(QK^\\top / \\sqrt{d_k})\\,V$$`}
      />
    </Section>
  )
}
