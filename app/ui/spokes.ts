/** Spokes under which a radar is a line or a point, and over which its labels run into each other. */
export const [fewestSpokes, mostSpokes] = [3, 10]

/** Room for a spoke's label, characters. */
const labelLength = 16

/** A title short enough to stand at a spoke; the table beside the radar has it whole. */
export function spokeTitle(title: string): string {
  const plain = title.replace(/\s*[(（].*$/, '')
  return plain.length > labelLength ? `${plain.slice(0, labelLength - 1)}…` : plain
}
