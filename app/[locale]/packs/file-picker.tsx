import { useFormatter, useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Button } from '@/app/ui/button'
import { bytesIn, chosen, type ChosenFile } from './chosen-files'

interface Props {
  readonly files: readonly ChosenFile[]
  readonly onChange: (files: readonly ChosenFile[]) => void
  readonly disabled: boolean
}

const accepted = '.zip,.csv,.tsv,.json,.jsonl,.ndjson,.md,.markdown'

/** Choosing files, or a folder with all that is in it; what was chosen last counts. */
export function FilePicker({ files, onChange, disabled }: Props) {
  const t = useTranslations('packs')
  const format = useFormatter()
  const [some, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)]
  const take = (input: HTMLInputElement) => {
    onChange(chosen(input.files))
    // The same file, mended, can be chosen again.
    input.value = ''
  }
  const bytes = bytesIn(files)
  const [unit, whole] = bytes < 2 ** 20 ? (['kilobyte', 2 ** 10] as const) : (['megabyte', 2 ** 20] as const)
  const size = format.number(bytes / whole, {
    style: 'unit',
    unit,
    maximumFractionDigits: bytes < whole ? 1 : 0,
  })
  return (
    <div className="space-y-3">
      <p className="text-ui font-semibold">{t('files')}</p>
      <div className="flex flex-wrap gap-3">
        <Button pending={disabled} onClick={() => some.current?.click()}>
          {t('chooseFiles')}
        </Button>
        <Button pending={disabled} onClick={() => folder.current?.click()}>
          {t('chooseFolder')}
        </Button>
      </div>
      <input
        ref={some}
        type="file"
        multiple
        accept={accepted}
        aria-label={t('chooseFiles')}
        className="hidden"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        type="file"
        multiple
        // Not in React's types: chooses a folder in every browser of today.
        {...{ webkitdirectory: '' }}
        aria-label={t('chooseFolder')}
        className="hidden"
        onChange={(event) => take(event.currentTarget)}
      />
      <p className="text-note text-ink-faint" aria-live="polite">
        {files.length === 0
          ? t('filesHint')
          : t('filesChosen', { count: files.length, first: files[0]?.path ?? '', size })}
      </p>
    </div>
  )
}
