import type { Marked } from '@/lib/conduct/ports'

/** Plain text with what a search met in it set off by weight. */
export function MarkedText({ text, marks }: Marked) {
  const pieces = marks.flatMap(([start, end], index) => {
    const before = text.slice(marks[index - 1]?.[1] ?? 0, start)
    return [
      before,
      <mark
        key={start}
        className="bg-transparent font-semibold text-ink underline decoration-edge underline-offset-2"
      >
        {text.slice(start, end)}
      </mark>,
    ]
  })
  return (
    <>
      {pieces}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
