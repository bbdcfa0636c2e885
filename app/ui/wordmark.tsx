/** "Viva", its V an examiner's tick. */
export function Wordmark({ className }: { readonly className?: string }) {
  return (
    <svg viewBox="0 0 74 30" role="img" aria-label="Viva" className={className}>
      <path
        d="M2 14.500C4.5 16.5 6.8 19.6 8.6 24.2 12 15.5 17 8.2 24.5 2.5"
        fill="none"
        className="stroke-pen-ink"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <text x="19.5" y="24.5" className="fill-ink font-serif text-[27px] font-semibold tracking-tight">
        iva
      </text>
    </svg>
  )
}
