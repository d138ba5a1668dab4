/**
 * Whether a name from elsewhere is the name of one thing in a folder, so that joining the two stays in that folder: no
 * separator of any system, no NUL, and nothing that begins with a dot, as the names of the folders above do.
 */
export function isPlainName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !/[/\\\0]/.test(name)
}
