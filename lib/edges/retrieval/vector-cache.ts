import { createHash } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const line = z.object({ sha256: z.string(), vector: z.base64() })

const keyOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Vectors of one embedding model by the content of their texts, so that a text is paid for once. */
export interface VectorCache {
  get(text: string): Float32Array | undefined
  /** Keeps vectors on disk before it returns. */
  put(texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>
}

function decode(vector: string): Float32Array {
  const bytes = Buffer.from(vector, 'base64')
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}

/** Opens a cache file, one JSON object a line; lines that were cut off or damaged are passed over. */
export async function openVectorCache(file: string): Promise<VectorCache> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const known = new Map<string, Float32Array>()
  for (const one of text.split('\n')) {
    try {
      const { sha256, vector } = line.parse(JSON.parse(one))
      known.set(sha256, decode(vector))
    } catch {
      // What cannot be read is embedded again.
    }
  }
  return {
    get: (wanted) => known.get(keyOf(wanted)),
    async put(texts, vectors) {
      const lines = texts.flatMap((own, index) => {
        const vector = vectors[index]
        if (!vector) return []
        known.set(keyOf(own), vector)
        const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
        return [JSON.stringify({ sha256: keyOf(own), vector: bytes.toString('base64') })]
      })
      await mkdir(path.dirname(file), { recursive: true })
      // The last line may have been cut off.
      await appendFile(file, `\n${lines.join('\n')}`, { flush: true })
    },
  }
}
