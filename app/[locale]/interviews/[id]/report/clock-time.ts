/** Seconds as a clock shows them: 75 is 1:15, 3675 is 1:01:15. */
export function clockTime(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (n: number): string => String(n).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}
