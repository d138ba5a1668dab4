const units = ['kB', 'MB', 'GB', 'TB'] as const

/**
 * An amount of data as people say it.
 *
 * @param bytes a whole number
 * @example sayBytes(3_450_000) // "3.5 MB"
 */
export function sayBytes(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const step = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  // What is rounded up to a thousand is one of the next unit: 999,999 bytes are 1 MB.
  const next = Math.round(bytes / 1000 ** step) >= 1000 && step < units.length ? step + 1 : step
  const value = bytes / 1000 ** next
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 })} ${units[next - 1]}`
}
