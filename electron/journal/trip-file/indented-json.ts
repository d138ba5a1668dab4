/**
 * The same text as `JSON.stringify(value, null, 2)` gives for a value that stands so far in, without the indentation of
 * its first line. Texts go through JSON.stringify one by one, which is several times as fast for long ones: the runtime
 * has a quick way for them, and does not take it when it is asked to indent.
 *
 * @param margin a line break and the spaces before the line on which the value begins: `'\n    '`
 */
export function indentedJson(value: unknown, margin: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const inner = `${margin}  `
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[${inner}${value.map((item) => indentedJson(item, inner)).join(`,${inner}`)}${margin}]`
  }
  let lines = ''
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue
    lines += `${lines === '' ? '' : ','}${inner}${JSON.stringify(key)}: ${indentedJson(item, inner)}`
  }
  return lines === '' ? '{}' : `{${lines}${margin}}`
}
