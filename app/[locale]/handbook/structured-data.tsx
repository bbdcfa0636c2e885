/** What search engines read of a page (JSON-LD). Escaped so that no text in it can end the script. */
export function StructuredData({ graph }: { readonly graph: readonly object[] }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': graph })
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: json.replace(/</g, '\\u003c').replace(/\u2028|\u2029/g, ' ') }}
    />
  )
}
