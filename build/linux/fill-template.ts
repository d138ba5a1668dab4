/**
 * Replace the placeholders of a text, which look like `@VERSION@`. A line whose placeholder has no value is left out.
 *
 * @param values by the placeholder's name, `null` for none; a value may have several lines
 * @throws if the text has a placeholder that is not among the values
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string | null>>): string {
  const lines = template.split('\n').flatMap((line) => {
    const names = Array.from(line.matchAll(/@([A-Z_]+)@/g), ([, name = '']) => name)
    const unknown = names.find((name) => !Object.hasOwn(values, name))
    if (unknown !== undefined) throw new Error(`The template has a placeholder without a value: @${unknown}@`)
    if (names.some((name) => values[name] === null)) return []
    return [line.replaceAll(/@([A-Z_]+)@/g, (_, name: string) => values[name] ?? '')]
  })
  return lines.join('\n')
}
