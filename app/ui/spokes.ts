/** Spokes under which a radar is a line or a point, and over which its labels run into each other. */
export const [fewestSpokes, mostSpokes] = [3, 10]

/** Room for a spoke's label, characters. */
const labelLength = 30

/** A title short enough to stand at a spoke; the table beside the radar has it whole. */
export function spokeTitle(title: string): string {
  const plain = title.replace(/\s*[(（].*$/, '')
  return plain.length > labelLength ? `${plain.slice(0, labelLength - 1)}…` : plain
}

/** Characters of a line beside the chart; a Han character takes two. */
const lineLength = 14

/** A title in lines that fit beside the chart: Latin words stay whole, Han breaks anywhere. */
export function spokeLines(title: string): string[] {
  const lines: string[] = []
  for (const piece of title.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*/gu) ?? []) {
    const last = lines.at(-1)
    const width = [...((last ?? '') + piece.trimEnd())].reduce(
      (sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1),
      0,
    )
    if (last !== undefined && width <= lineLength) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines.map((line) => line.trim())
}
