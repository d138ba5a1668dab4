import { type AttackRow, isBad } from './row.ts'

const columns = ['tried', 'held', 'main block', 'page block', 'memory', 'verdict'] as const

/** All rows as a table, with failures and the slowest input below each. */
export function describeRows(rows: readonly AttackRow[], control: boolean): string {
  const width = Math.max(...rows.map(({ attack }) => attack.length), 6) + 2
  const head = `${'attack'.padEnd(width)}${columns.map((name) => name.padStart(14)).join('')}`
  return `${[head, ...rows.flatMap((row) => describe(row, control, width))].join('\n')}\n`
}

function describe(row: AttackRow, control: boolean, width: number): string[] {
  const name = row.attack.padEnd(width)
  if (row.skipped !== undefined) return [`${name}  skipped: ${row.skipped}`]
  const { tried, held, failures, longestMainBlock, longestPageBlock, peakMemory, slowest } = row
  const cells = [
    tried,
    held,
    milliseconds(longestMainBlock),
    milliseconds(longestPageBlock),
    peakMemory === null ? '-' : `${Math.round(peakMemory / 1024 / 1024)} MB`,
    verdictOf(row, control),
  ]
  const unnamed = tried - held - failures.length
  return [
    `${name}${cells.map((cell) => String(cell).padStart(14)).join('')}`,
    ...(slowest === null ? [] : [`     slowest: ${slowest}`]),
    ...failures.map((failure) => `     ! ${failure}`),
    ...(unnamed > 0 ? [`     ! and ${unnamed} more`] : []),
  ]
}

function milliseconds(value: number | null): string {
  return value === null ? '-' : `${Math.round(value)} ms`
}

function verdictOf(row: AttackRow, control: boolean): string {
  if (control) return isBad(row, control) ? 'NOT FOUND' : 'hole found'
  return isBad(row, control) ? 'FAILS' : 'holds'
}
