/** How a sentence sets out to say what would be if the thing it speaks of were not there. */
const opening = new RegExp(
  [
    String.raw`^(?:(?:so|and|but|because|since|that is|i mean|well) )*(?:without|absent|otherwise|or else|if not)\b`,
    String.raw`\bif (?:you|we|it|they|there|one)\b.*?(?:\bnot\b|\bno\b|\bnever\b|\b(?:remove|drop|skip|omit|leave out)\b)`,
    String.raw`\bwould(?: not)? (?:otherwise )?\w+`,
    '(?:如果|要是|假如|倘若|若是?)[^,，]*?(?:没|不|去掉|缺|少了)',
    '(?:没有?|不[^,，]{1,6}|去掉|少了|缺少?)[^,，]*的话',
    '^(?:而|但|所以|因为)?(?:否则|不然|要不然|没有?(?:它|这个|这一步|这一项))',
  ].join('|'),
)

/** Where it comes back to what is. */
const closing =
  /^(?:but|however|with (?:it|them|this|that)|when (?:it|you|we)|so (?:it|we|you)|that is why|hence|therefore)\b|^(?:但|而有了|有了|加上|加了|所以|因此|于是)/

/**
 * Which clauses of a sentence say what would be without the thing that is spoken of: "without it training diverges"
 * praises what "it diverges" would blame.
 * @param clauses in order, as normalised text
 */
export function hypothetical(clauses: readonly string[]): boolean[] {
  let open = false
  return clauses.map((clause) => {
    if (opening.test(clause)) open = true
    else if (open && closing.test(clause)) open = false
    return open
  })
}
