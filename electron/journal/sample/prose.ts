/**
 * A text that is indented like the code around it, without that indentation and without the blank lines at both ends.
 */
export function prose(parts: TemplateStringsArray, ...values: string[]): string {
  const lines = String.raw({ raw: parts }, ...values).split('\n')
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const depth = Math.min(...depths)
  return lines
    .map((line) => line.slice(depth).trimEnd())
    .join('\n')
    .trim()
}
