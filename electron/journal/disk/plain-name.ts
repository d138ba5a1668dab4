/**
 * Whether an untrusted name refers to a single item in a folder, so that joining the two stays in that folder: it has
 * no separator of any system and no NUL, and does not begin with a dot.
 */
export function isPlainName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !/[/\\\0]/.test(name)
}
