import { expect, test } from 'vitest'
import { attackExportedPages } from '../attack/exported-pages.ts'
import { expectFound, expectHeld } from '../attack/expect-rows.ts'
import { writtenTexts } from '../attack/corpora/hostile-texts.ts'
import { attackLinks } from '../attack/links.ts'
import { attackPolicy } from '../attack/policy-alone.ts'
import { attackWindow } from '../attack/window-texts.ts'

/* Smaller versions of the attacks in `npm run attack`. */

test('the collection of hostile texts has several hundred, each once', () => {
  expect(writtenTexts.length).toBeGreaterThan(400)
  expect(new Set(writtenTexts).size).toBe(writtenTexts.length)
})

test('hostile texts do nothing in the window: imported, opened, pasted, dropped, and in a report', async () => {
  expectHeld(await attackWindow({ count: 3, seed: 1, control: false }))
})

test('hostile texts do nothing in exported pages, with or without their policy', async () => {
  expectHeld(await attackExportedPages({ count: 6, seed: 1, control: false }))
})

test('the policy alone stops every script of hostile texts, without any sanitising', async () => {
  expectHeld(await attackPolicy({ count: 5, seed: 1, control: false }))
})

test('no dangerous address is opened, or stays in an exported page', async () => {
  expectHeld(await attackLinks({ count: 40, seed: 1, control: false }))
})

test('a program that shows hostile texts as the HTML that they are is noticed', async () => {
  expectFound(await attackExportedPages({ count: 2, seed: 1, control: true }))
  // Some of them wait for something that a busy machine does not do in time.
  expectFound(await attackPolicy({ count: 6, seed: 1, control: true }))
})
