import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { darmstadt, makePlace, type Place } from './lanyard.ts'

/* Titles come from other people's files. Nothing in one may change what a terminal shows of anything else. */

let place: Place
beforeEach(async () => {
  place = await makePlace()
  return () => rm(place.folder, { recursive: true, force: true })
})

/** A forged line, overrides of the direction, a line separator, and control characters of both kinds. */
const title = 'Conf\nDeleted everything.\u202egnp.\u2066x\u2069\u2028y\u009b31m\u001b]0;z\u0007'
const hidden = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u

test('no command prints a line, a mark of direction or a control character that comes from a title', async () => {
  const made = await place.lanyard(['new', ...darmstadt, '--title', title, '--venue', 'Hall\nForged venue.'])
  expect(made.code).toBe(0)
  const [trip] = (await place.json(['trips'])) as { id: string }[]
  const id = trip?.id ?? ''
  const added = await place.lanyard(['add', id, '--kind', 'note', '--title', title, '--day', '2026-04-14'], 'Words')
  expect(added.code).toBe(0)
  const exported = ['export', id, '--to', 'text', '--out', place.folder]
  const runs = [
    made,
    await place.lanyard(['trips']),
    await place.lanyard(['show', id]),
    await place.lanyard(['show', title]),
    await place.lanyard(['show', `${title}?`]),
    await place.lanyard(['pack', id, '--out', join(place.folder, 'a.lanyard')]),
    await place.lanyard(['import', join(place.folder, 'a.lanyard')]),
    await place.lanyard(['restore', id]),
    await place.lanyard(['verify']),
    await place.lanyard(exported),
    await place.lanyard(exported),
    await place.lanyard([title]),
    await place.lanyard(['show', `--${title}`]),
  ]
  for (const { stdout, stderr } of runs) {
    expect(stdout + stderr).not.toBe('')
    expect(stdout + stderr).not.toMatch(hidden)
    expect(stdout + stderr).not.toMatch(/^(?:Deleted|Forged)/m)
  }
})

test('JSON holds the title as it is, with everything escaped that a terminal could act on', async () => {
  await place.lanyard(['new', ...darmstadt, '--title', title])
  const { stdout } = await place.lanyard(['trips', '--json'])
  expect(stdout).not.toMatch(hidden)
  expect(JSON.parse(stdout)).toMatchObject([{ title }])
})

test('an exported plain text has no control characters and no marks that change the order of words', async () => {
  const typed =
    'One \u202eowt\u202c \u001b[31mred\u001b[0m \u009b2J `\u0007bell`\n\n```\n\u0008code\n```\n\n## Head\u2066ing'
  const { trip } = (await place.json(['new', ...darmstadt, '--title', 'Conf \u202eX\u001b[2J'])) as { trip: string }
  const added = await place.lanyard(['add', trip, '--kind', 'note', '--day', '2026-04-14'], typed)
  expect(added).toMatchObject({ code: 0 })
  const run = await place.lanyard(['export', trip, '--to', 'text', '--out', place.folder, '--json'])
  const { path, differences } = JSON.parse(run.stdout) as { path: string; differences: string[] }
  expect(differences).toEqual([])
  const text = await readFile(path, 'utf8')
  expect(text).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
  for (const word of ['One owt', 'red', 'bell', 'code', 'Heading']) expect(text).toContain(word)
})
