import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const headerBytes = 96
const args = z.object({ space: z.literal('cosine'), numDimensions: z.int() })

/**
 * Walks the file that hnswlib wrote (`saveIndex` in its hnswalg.h: header, one block for each vector, then the links
 * of its upper levels) and compares it with what it should hold. The library itself reports success when the disk is
 * full, takes a file of another dimension, and takes the process down at the first search in a damaged one.
 * @returns what is wrong, or `undefined`
 */
function faultOf(data: Buffer, dimension: number, count: number): string | undefined {
  if (data.length < headerBytes) return 'it is cut short'
  const [stored, block, labelAt, vectorAt] = [16, 24, 32, 40].map((at) => Number(data.readBigUInt64LE(at)))
  if (stored !== count) return `it holds ${stored} vectors and not ${count}`
  if (block === undefined || labelAt === undefined || vectorAt === undefined) return 'it has no header'
  if (labelAt - vectorAt !== dimension * Float32Array.BYTES_PER_ELEMENT)
    return `its vectors do not have ${dimension} dimensions`
  let at = headerBytes + count * block
  for (let vector = 0; vector < count; vector++) {
    if (at + 4 > data.length) return 'it is cut short'
    at += 4 + data.readUInt32LE(at)
  }
  return at === data.length ? undefined : 'its length is not what its links say'
}

/**
 * Proves that a folder's vector index is whole and of the given shape.
 * @throws saying what is wrong with it
 */
export async function proveVectorFile(folder: string, dimension: number, count: number): Promise<void> {
  const file = path.join(folder, 'hnswlib.index')
  const { numDimensions } = args.parse(JSON.parse(await readFile(path.join(folder, 'args.json'), 'utf8')))
  const fault =
    numDimensions === dimension
      ? faultOf(await readFile(file), dimension, count)
      : `it is described as having ${numDimensions} dimensions and not ${dimension}`
  if (fault !== undefined) throw new Error(`${file} is not whole: ${fault}`)
}
