import { failureOf } from '@/lib/domain/grading/with-fallback'
import type { ModelFailure } from '@/lib/domain/grading/model-use'
import { assembleReport } from '@/lib/domain/report/assemble-report'
import { openingFacts, verifyOpening } from '@/lib/domain/report/opening'
import { commit, loadOwned } from './commit'
import type { Ports } from './ports'

type OpeningPorts = Pick<Ports, 'store' | 'handbook' | 'now' | 'wordOpening' | 'log'>

export type OpeningOutcome =
  | { readonly ok: true; readonly written: boolean }
  | { readonly ok: false; readonly reason: 'not-found' | 'not-closed' | 'no-model' }
  | { readonly ok: false; readonly reason: 'failed'; readonly failure: ModelFailure }

/**
 * Has a model word the opening of an ended interview's report, unless it has worded it already. Until it has, and
 * whenever it fails, the report opens with the words that are composed from the verdicts.
 */
export async function writeOpening(
  ports: OpeningPorts,
  { id, owner }: { readonly id: string; readonly owner: string },
): Promise<OpeningOutcome> {
  const loaded = await loadOwned(ports, { id, owner })
  if (!loaded) return { ok: false, reason: 'not-found' }
  if (!loaded.state.closed) return { ok: false, reason: 'not-closed' }
  if (!ports.wordOpening) return { ok: false, reason: 'no-model' }
  const report = assembleReport(id, loaded.state, await ports.handbook(owner))
  const facts = openingFacts(report)
  if (!facts || report.opening) return { ok: true, written: false }
  try {
    const { draft, use } = await ports.wordOpening(facts)
    const verified = verifyOpening(draft, facts)
    if (!verified.ok) {
      ports.log.warn(
        { interview: id, fault: verified.fault.split(':')[0] },
        'the opening proves itself wrong',
      )
      return { ok: false, reason: 'failed', failure: 'invalid-output' }
    }
    const opening = { ...verified.words, use }
    const committed = await commit(ports, loaded, { type: 'recordOpening', opening })
    return { ok: true, written: committed.ok && committed.changed }
  } catch (error) {
    const failure = failureOf(error)
    ports.log.warn({ interview: id, failure }, 'the model did not word the opening, the composed one stands')
    return { ok: false, reason: 'failed', failure }
  }
}
