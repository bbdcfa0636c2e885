'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/app/ui/button'
import { ErrorNote } from '@/app/ui/error-note'
import { Field, fieldControl } from '@/app/ui/field'
import { nameOf, type ChosenFile } from './chosen-files'
import { FilePicker } from './file-picker'
import { ImportProgress } from './import-progress'
import type { Posted } from './post-pack'
import { ProblemsTable } from './problems-table'
import { useImport } from './use-import'

function Outcome({ posted }: { readonly posted: Posted }) {
  const t = useTranslations('packs')
  if (posted.ok)
    return (
      <div role="status" className="border-s-2 border-covered py-1 ps-4 text-ui">
        <p className="font-semibold text-covered">
          {t('imported', { name: posted.pack.name, count: posted.pack.questions })}
        </p>
        {posted.ignored.length > 0 && (
          <p className="text-ink-soft">
            {t('ignored', { count: posted.ignored.length, first: posted.ignored[0] ?? '' })}
          </p>
        )}
      </div>
    )
  if (posted.reason !== 'invalid')
    return <ErrorNote title={t('notImported')}>{t(`failures.${posted.reason}`)}</ErrorNote>
  return (
    <div className="space-y-4">
      <ErrorNote title={t('notImported')}>{t('problemsTitle', { count: posted.count })}</ErrorNote>
      <ProblemsTable problems={posted.problems} count={posted.count} />
    </div>
  )
}

/** Importing a pack: its files, its name, how far it is, and what came of it. */
export function ImportForm() {
  const t = useTranslations('packs')
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const [name, setName] = useState('')
  const [wanting, setWanting] = useState(false)
  const { progress, posted, start, clear } = useImport()
  const pending = progress !== undefined
  const take = (next: readonly ChosenFile[]) => {
    setFiles(next)
    setWanting(false)
    clear()
    if (name === '' || name === nameOf(files)) setName(nameOf(next))
  }
  const submit = async () => {
    setWanting(files.length === 0)
    if (files.length === 0 || pending) return
    if (!(await start(name.trim() || nameOf(files), files))) return
    setFiles([])
    setName('')
  }
  const described = { id: 'pack-name', hint: t('nameHint') }
  return (
    <form
      noValidate
      className="space-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <FilePicker files={files} onChange={take} disabled={pending} />
      {wanting && <ErrorNote title={t('wantsFiles')} />}
      <Field {...described} label={t('name')}>
        <input
          {...fieldControl(described)}
          value={name}
          maxLength={80}
          readOnly={pending}
          onChange={(event) => setName(event.target.value)}
          className="touch block w-full max-w-md rounded-sm border border-edge bg-sheet px-4 py-2 font-serif text-body text-ink focus-visible:border-ink focus-visible:outline-1 focus-visible:outline-offset-0 read-only:bg-paper"
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        {pending ? t('importing') : t('import')}
      </Button>
      <ImportProgress progress={progress} />
      {posted && <Outcome posted={posted} />}
    </form>
  )
}
