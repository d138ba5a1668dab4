import { expect, type TestContext } from 'vitest'
import type { Outcome } from './row.ts'

/** Expects that something was saved and nothing was lost; skips a test that cannot run here. */
export function expectHolds(outcome: Outcome, skip: TestContext['skip']): void {
  if ('skipped' in outcome) {
    process.stdout.write(`Skipped: ${outcome.test}: ${outcome.skipped}\n`)
    return skip(outcome.skipped)
  }
  const { unreadable, lost, temporary, faults } = outcome
  expect({ unreadable, lost, temporary, faults }).toEqual({ unreadable: 0, lost: 0, temporary: [], faults: [] })
  expect(outcome.runs).toBeGreaterThan(0)
  expect(outcome.acknowledged).toBeGreaterThan(0)
}

/** Expects that the losses of a way of writing that is known to lose data were detected. */
export function expectLoses(outcome: Outcome, skip: TestContext['skip']): void {
  if ('skipped' in outcome) return skip(outcome.skipped)
  expect(outcome.lost + outcome.unreadable).toBeGreaterThan(0)
}
