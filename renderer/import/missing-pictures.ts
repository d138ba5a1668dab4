import type { ChosenFile } from './upload.ts'

/** The last part of a path or an address, decoded and in lower case. */
function nameIn(address: string): string {
  const name =
    address
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? ''
  try {
    return decodeURIComponent(name).toLowerCase()
  } catch {
    return name.toLowerCase()
  }
}

/** Those of some files that a report shows and that were missing, by their names. */
export function findMissing(missing: readonly string[], files: readonly ChosenFile[]): ChosenFile[] {
  const wanted = new Set(missing.map(nameIn))
  return files.filter(({ name }) => wanted.has(nameIn(name)))
}
