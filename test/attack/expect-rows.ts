import { expect } from 'vitest'
import type { AttackRow } from './row.ts'

/** Expects that something was tried, and that all of it held. Returns why rows were skipped. */
export function expectHeld(rows: readonly AttackRow[]): void {
  expect(rows.flatMap(({ attack, failures }) => failures.map((failure) => `${attack}: ${failure}`))).toEqual([])
  for (const row of rows.filter(({ skipped }) => skipped === undefined)) {
    expect([row.attack, row.held]).toEqual([row.attack, row.tried])
    expect(row.tried).toBeGreaterThan(0)
  }
  reportSkipped(rows)
}

/** Expects that every planted hole was found. */
export function expectFound(rows: readonly AttackRow[]): void {
  expect(rows.length).toBeGreaterThan(0)
  const missed = rows.filter(({ skipped, tried, held }) => skipped === undefined && tried === held)
  expect(missed.map(({ attack }) => attack)).toEqual([])
  reportSkipped(rows)
}

function reportSkipped(rows: readonly AttackRow[]): void {
  for (const { attack, skipped } of rows) {
    if (skipped !== undefined) process.stdout.write(`Skipped: ${attack}: ${skipped}\n`)
  }
}
