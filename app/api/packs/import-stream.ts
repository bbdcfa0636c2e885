import { problem } from '@/app/api/problem'
import { importPack, type ImportProgress, type ImportRequest } from '@/lib/conduct/import-pack'
import { log } from '@/lib/edges/log'
import { wire } from '@/lib/wire'
import { notImported, shownPack } from './outcome'

/** Time between two lines that tell how far an import is, milliseconds. */
const pace = 100

/** What the stream says, a line each: how far it is, and last of all what came of it. */
type Line =
  | { readonly progress: ImportProgress }
  | { readonly pack: ReturnType<typeof shownPack>; readonly ignored: readonly string[] }
  | { readonly problem: unknown }

async function lastLine(request: ImportRequest, tell: (progress: ImportProgress) => void): Promise<Line> {
  try {
    const outcome = await importPack(await wire(), request, tell)
    if (outcome.ok) return { pack: shownPack(outcome.pack), ignored: outcome.ignored }
    return { problem: await notImported(outcome).json() }
  } catch (err) {
    log.error({ err }, 'an import broke off')
    return {
      problem: await problem('internal', 'Nothing was imported. Try again; the server log says why.').json(),
    }
  }
}

/** Imports a pack and tells how far it is. The import goes on when the reader leaves. */
export function importStream(request: ImportRequest, headers: Record<string, string>): Response {
  const encoder = new TextEncoder()
  let reader: ReadableStreamDefaultController<Uint8Array> | undefined
  let told = 0
  const say = (line: Line): void => reader?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
  const tell = (progress: ImportProgress): void => {
    if (performance.now() - told < pace) return
    told = performance.now()
    say({ progress })
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      reader = controller
      void lastLine(request, tell).then((line) => {
        say(line)
        reader?.close()
      })
    },
    cancel: () => {
      reader = undefined
    },
  })
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': 'application/x-ndjson; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
