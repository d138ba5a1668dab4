import { holds, type Outcome } from './row.ts'

const columns = ['runs', 'acknowledged', 'unreadable', 'lost', 'temp files', 'verdict'] as const
/** Maximum number of faults that are listed for each test; the rest is counted. */
const MAX_FAULTS = 10

/** Whether Lanyard has lost something, or done something that it must not. Controls do not count. */
export function isLoss(outcome: Outcome): boolean {
  return !('skipped' in outcome) && outcome.isControl !== true && !holds(outcome)
}

/** All outcomes as a table, with remarks and faults below each test. */
export function describeAll(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ test }) => test.length), 4) + 5
  const head = `${'test'.padEnd(width)}${columns.map((name) => name.padStart(14)).join('')}`
  return `${[head, ...outcomes.flatMap((outcome) => describe(outcome, width))].join('\n')}\n`
}

function describe(outcome: Outcome, width: number): string[] {
  const name = `${outcome.target.padEnd(5)}${outcome.test}`.padEnd(width)
  if ('skipped' in outcome) return [`${name}  skipped: ${outcome.skipped}`]
  const { runs, acknowledged, unreadable, lost, temporary, faults, remark, seconds } = outcome
  const cells = [runs, acknowledged, unreadable, lost, temporary.length, verdictOf(outcome)]
  const left = temporary.map((file) => `left: ${file}`)
  const told = [...faults, ...left]
  const rest = told.length > MAX_FAULTS ? [`and ${told.length - MAX_FAULTS} more`] : []
  return [
    `${name}${cells.map((cell) => String(cell).padStart(14)).join('')}`,
    `     ${[remark, `${Math.round(seconds)} s`].filter((part) => part !== '').join('; ')}`,
    ...[...told.slice(0, MAX_FAULTS), ...rest].map((fault) => `     ! ${fault}`),
  ]
}

function verdictOf(outcome: Exclude<Outcome, { skipped: string }>): string {
  if (outcome.isControl === true) return holds(outcome) ? 'control' : 'control loses'
  return holds(outcome) ? 'holds' : 'FAILS'
}
