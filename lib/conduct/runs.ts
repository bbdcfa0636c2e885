import type { Listener } from './listener'

type Told = (listener: Listener) => void

interface Run {
  readonly done: Promise<void>
  readonly stop: () => void
  /** Tells a listener all that was told so far, and whatever comes. */
  readonly join: (listener: Listener) => void
}

/**
 * The interviews that are being worked on in this process, so that whoever opens one joins the work instead of paying a
 * model for it again, and whoever wants to stop it can.
 */
export interface Runs {
  /** Does the work, unless some is under way: then joins that. Settles when it is done, and fails when it fails. */
  join(
    id: string,
    listener: Listener,
    work: (tell: Listener, stopped: AbortSignal) => Promise<void>,
  ): Promise<void>
  /** Stops what the model is doing for an interview now. @returns whether there was any work */
  stop(id: string): boolean
}

export function createRuns(): Runs {
  const running = new Map<string, Run>()

  function begin(id: string, work: (tell: Listener, stopped: AbortSignal) => Promise<void>): Run {
    const told: Told[] = []
    const listeners: Listener[] = []
    const tell = (what: Told): void => {
      told.push(what)
      listeners.forEach(what)
    }
    const all: Required<Listener> = {
      phase: (phase) => tell((l) => l.phase?.(phase)),
      graded: (turnId, grade) => tell((l) => l.graded?.(turnId, grade)),
      message: (entry) => tell((l) => l.message?.(entry)),
      words: (moveId, delta) => tell((l) => l.words?.(moveId, delta)),
      spoken: (moveId) => tell((l) => l.spoken?.(moveId)),
    }
    const controller = new AbortController()
    const done = work(all, controller.signal).finally(() => running.delete(id))
    // Whoever joined hears of a failure; with nobody there it has been logged where it happened.
    done.catch(() => undefined)
    return {
      done,
      stop: () => controller.abort(),
      join: (listener) => {
        told.forEach((what) => what(listener))
        listeners.push(listener)
      },
    }
  }

  return {
    join(id, listener, work) {
      const known = running.get(id)
      if (known) {
        known.join(listener)
        return known.done
      }
      // The listener is in place before the first word can be told.
      let go: () => void = () => undefined
      const ready = new Promise<void>((resolve) => {
        go = resolve
      })
      const run = begin(id, async (tell, stopped) => {
        await ready
        await work(tell, stopped)
      })
      running.set(id, run)
      run.join(listener)
      go()
      return run.done
    },
    stop(id) {
      const run = running.get(id)
      run?.stop()
      return run !== undefined
    },
  }
}
