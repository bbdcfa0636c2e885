import { useEffect, useState } from 'react'

/** Minutes since the page was opened, whole ones; renders anew when they change. */
export function useMinutes(): number {
  const [minutes, setMinutes] = useState(0)
  useEffect(() => {
    const opened = Date.now()
    const timer = setInterval(() => setMinutes(Math.floor((Date.now() - opened) / 60_000)), 5_000)
    return () => clearInterval(timer)
  }, [])
  return minutes
}
