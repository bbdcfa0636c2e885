import { describe, expect, it } from 'vitest'
import { boundaryOf, readForm } from './multipart'

/** A form as the platform writes it. */
async function written(fill: (form: FormData) => void): Promise<{ body: Uint8Array; boundary: string }> {
  const form = new FormData()
  fill(form)
  const response = new Response(form)
  const boundary = boundaryOf(response.headers.get('content-type') ?? '')
  if (boundary === undefined) throw new Error('there is no boundary')
  return { body: new Uint8Array(await response.arrayBuffer()), boundary }
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('a form', () => {
  it('is read with its folders, names in any script and any bytes', async () => {
    const bytes = Uint8Array.from({ length: 5_000 }, (_, n) => (n * 7) % 256)
    const { body, boundary } = await written((form) => {
      form.set('name', '我的 "题包"')
      form.append('files', new File([bytes], 'a.csv'), '文件夹/a "1".csv')
      form.append('files', new File([''], 'empty.csv'))
    })
    const [name, first, second, ...others] = readForm(body, boundary) ?? []
    expect(others).toEqual([])
    expect(name?.name).toBe('name')
    expect(text(name?.bytes ?? bytes)).toBe('我的 "题包"')
    expect(first).toMatchObject({ name: 'files', fileName: '文件夹/a "1".csv' })
    expect(Uint8Array.from(first?.bytes ?? [])).toEqual(bytes)
    expect(second).toMatchObject({ fileName: 'empty.csv' })
    expect(second?.bytes).toHaveLength(0)
  })

  it('that is cut off at any byte is not taken for a whole one', async () => {
    const { body, boundary } = await written((form) => {
      form.set('name', 'x')
      form.append('files', new File(['a,b'], 'a.csv'))
    })
    const least = body.length - 3
    for (let length = 0; length < least; length++)
      expect(readForm(body.subarray(0, length), boundary), String(length)).toBeUndefined()
  })

  it('has a boundary, quoted or not', () => {
    expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc')
    expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe('a b')
    expect(boundaryOf('application/json')).toBeUndefined()
    expect(boundaryOf('multipart/form-data')).toBeUndefined()
  })
})
