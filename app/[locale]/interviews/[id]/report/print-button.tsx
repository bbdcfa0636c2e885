'use client'

import type { ReactNode } from 'react'
import { exportStyle } from './export-style'

export function PrintButton({ children }: { readonly children: ReactNode }) {
  return (
    <button type="button" onClick={() => window.print()} className={exportStyle}>
      {children}
    </button>
  )
}
