/** Maximum number of files that a remark names. The others are counted. */
const MAX_NAMED = 5

/**
 * A sentence that counts files and names the first of them.
 *
 * @param one completes "One …", as in "picture is not in the file"
 * @param many completes "3 …"
 */
export function nameFiles(files: readonly string[], one: string, many: string): string {
  const named = files.slice(0, MAX_NAMED).map((name) => `“${shorten(name)}”`)
  const rest = files.length - named.length
  const all = `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return files.length === 1 ? `One ${one}: ${all}.` : `${files.length} ${many}: ${all}.`
}

/** Names in an untrusted file can be anything, for example endless, or made to hide what follows them. */
function shorten(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '?')
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
}
