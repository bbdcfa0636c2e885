import { embedMany } from 'ai'
import type { Embedder } from '@/lib/conduct/ports'
import type { Endpoint } from './endpoint'

const maxRetries = 2

/** Texts as vectors by an endpoint's embedding model, one request a call. */
export function createEmbedder(endpoint: Endpoint, model: string): Embedder {
  return {
    model,
    embed: (texts) =>
      endpoint.run(
        async (abortSignal) => {
          const { embeddings } = await embedMany({
            model: endpoint.embedding(model),
            values: [...texts],
            maxRetries,
            abortSignal,
          })
          return embeddings.map((vector) => unit(Float32Array.from(vector)))
        },
        { limit: endpoint.limits.embedding },
      ),
  }
}

/** The same direction at length 1; a zero vector stays. */
function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map((x) => x / length)
}
