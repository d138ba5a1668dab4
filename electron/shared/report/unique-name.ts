/** A name that no other report has: the wanted one, with a number behind it if it is taken. */
export function uniqueName(wanted: string, others: readonly string[]): string {
  const taken = new Set(others)
  for (let number = 2, name = wanted; ; name = `${wanted} ${number++}`) if (!taken.has(name)) return name
}
