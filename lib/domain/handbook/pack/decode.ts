/** Bytes that are decoded between two yields: a few milliseconds. */
const piece = 256 * 1024

/** Bytes to text, line ends made `\n`; yields in between. `undefined` when the bytes are not in this encoding. */
function* decodeAs(bytes: Uint8Array, encoding: string): Generator<void, string | undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const parts: string[] = []
  let held = ''
  try {
    for (let start = 0; start < bytes.length; start += piece) {
      const text = held + decoder.decode(bytes.subarray(start, start + piece), { stream: true })
      // A line end may be cut in two.
      held = text.endsWith('\r') ? '\r' : ''
      parts.push((held ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n'))
      yield
    }
    parts.push(`${held}${decoder.decode()}`.replace(/\r\n?/g, '\n'))
  } catch {
    return undefined
  }
  return parts.join('')
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

function encodingsOf(bytes: Uint8Array): readonly string[] {
  if (startsWith(bytes, 0xff, 0xfe)) return ['utf-16le']
  if (startsWith(bytes, 0xfe, 0xff)) return ['utf-16be']
  return startsWith(bytes, 0xef, 0xbb, 0xbf) ? ['utf-8'] : ['utf-8', 'gb18030']
}

/** Characters that text does not have: pictures and programs that happen to decode do. */
const binary = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/

/**
 * The text of a file: UTF-8 with or without a byte order mark, UTF-16 with one, else GB18030 (and so GBK and GB2312), in
 * which Chinese spreadsheets save. Line ends come out as `\n`.
 * @returns `undefined` when it is none of these
 */
export function* decodeText(bytes: Uint8Array): Generator<void, string | undefined> {
  for (const encoding of encodingsOf(bytes)) {
    const text = yield* decodeAs(bytes, encoding)
    if (text !== undefined) return binary.test(text.slice(0, piece)) ? undefined : text
  }
  return undefined
}
