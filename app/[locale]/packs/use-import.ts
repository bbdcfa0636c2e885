import { useRef, useState } from 'react'
import { useRouter } from '@/app/i18n/navigation'
import type { ChosenFile } from './chosen-files'
import { postPack, type Posted, type Progress } from './post-pack'

/** Imports a pack, one at a time, and shows the list anew when it is there. */
export function useImport() {
  const router = useRouter()
  const [progress, setProgress] = useState<Progress>()
  const [posted, setPosted] = useState<Posted>()
  // State comes too late for the second of two quick clicks.
  const running = useRef(false)

  async function start(name: string, files: readonly ChosenFile[]): Promise<boolean> {
    if (running.current) return false
    running.current = true
    setPosted(undefined)
    setProgress({ phase: 'sending', done: 0 })
    const outcome = await postPack(name, files, setProgress)
    running.current = false
    setProgress(undefined)
    setPosted(outcome)
    if (outcome.ok) router.refresh()
    return outcome.ok
  }

  return { progress, posted, start, clear: () => setPosted(undefined) }
}
