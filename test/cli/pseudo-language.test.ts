import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createProgram } from '../../electron/cli/program.ts'
import type { Exporter } from '../../electron/journal/exporters/exporter.ts'
import { exporters } from '../../electron/journal/exporters/index.ts'
import { fileTargets } from '../support/exports.ts'
import { attendances, stars } from '../../electron/shared/programme.ts'
import { entryKinds, reportKinds, sessionKinds } from '../../electron/shared/trip.ts'
import { flags, makePlace, type Place, type Run } from './lanyard.ts'

/*
 * In the pseudo-language, every word from the catalogue is accented. What the user wrote is in Japanese here, so that any
 * plain word is one that cannot be translated.
 */

let place: Place
beforeEach(async () => {
  place = await makePlace()
  return () => rm(place.folder, { recursive: true, force: true })
})

const lanyard = (...args: string[]): Promise<Run> => place.runHere(args, '', { LANYARD_LANGUAGE: 'en-XA' })

const commands = createProgram(() => {}).commands.map((command) => command.name())

/** What is typed to choose an export target and its options. */
function typedWords({ id, options }: Exporter): string[] {
  const values = Object.values(options).flatMap((option) => {
    if (option.kind === 'choice') return option.choices.map(({ value }) => value)
    if (option.kind === 'text') return option.initial === '' ? [] : [option.initial]
    return option.kind === 'switch' ? ['yes', 'no'] : []
  })
  return [id, ...Object.keys(options), ...values]
}

/** What is the same in every language. */
const untranslated: readonly RegExp[] = [
  // Example commands, and commands to type.
  /^ {2}\$ .*(\n {6}.*)*$/gm,
  /lanyard restore \S+ --version \S+|lanyard( [a-z]+)?( --help)?/g,
  // Ids of trips, or their beginnings, and of versions.
  /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{8}\b|\d{8}T\d{9}Z/g,
  // Export targets, the names of their options, and the values that are typed for these.
  new RegExp(`(?<![\\w.-])(${exporters.flatMap(typedWords).join('|')})(?![\\w-])`, 'g'),
  // What was made of a session; before the options, because some have hyphens.
  new RegExp(`\\b(${attendances.join('|')})\\b`, 'g'),
  // Options with their placeholders.
  /--?[a-z][a-z-]*|<[a-z=.]+>|\[(options|command|trip)\]/g,
  // The title of a second copy of a trip, which is in the trip's file from then on.
  / \(copy\)/g,
  // Names of commands, and of arguments in the list in a help.
  new RegExp(`\\b(${commands.join('|')})\\b`, 'g'),
  /^ {2}(trip|file|help|words|session|attendance|name)(?= {2,})/gm,
  // Values.
  new RegExp(
    `\\b(${[...entryKinds, ...sessionKinds, ...reportKinds, ...stars, 'en', 'Europe/Berlin'].join('|')})\\b`,
    'g',
  ),
  // What the user typed by mistake.
  /"tripz"|--jsn/g,
  // Units, as Intl writes them in Greek.
  /\b(kB|byte)\b/g,
]

function plainWords(text: string): string[] {
  const paths = text.replaceAll('Lanyard backup', '').replaceAll(new RegExp(`${place.folder}[^\\s"]*`, 'g'), '')
  return untranslated.reduce((rest, pattern) => rest.replaceAll(pattern, ''), paths).match(/[A-Za-z]{2,}/g) ?? []
}

/** Runs a command, and expects it to succeed without a plain word. Returns what it printed. */
async function expectTranslated(...args: string[]): Promise<string> {
  const run = await lanyard(...args)
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect({ args, plain: plainWords(run.stdout) }).toEqual({ args, plain: [] })
  return run.stdout
}

const conference = flags({
  title: '東京会議',
  'first-day': '2026-04-14',
  'last-day': '2026-04-16',
  'time-zone': 'Europe/Berlin',
  city: '東京',
})

describe('lanyard in the pseudo-language', () => {
  const calls = commands.map((name) => `${name} --help`)
  test.each(calls)('lanyard %s has no plain word in the pseudo-language', async (call) => {
    const help = await expectTranslated(...call.split(' '))
    expect(help).not.toMatch(/^(Usage|Options|Commands|Arguments|Examples)/m)
  })

  test.each([
    ['an unknown command', ['tripz']],
    ['an unknown option', ['trips', '--jsn']],
    ['a missing option', ['new']],
    ['an option without its value', ['new', '--city']],
    ['a value that is not among the choices', ['add', '東', '--kind', '詩']],
    ['two options that exclude each other', ['add', '東', '--text', 'あ', '--file', 'い']],
    ['an option of another kind of entry', ['add', '東', '--kind', 'note', '--room', '室']],
    ['too many arguments', ['trips', '全']],
    ['a missing argument', ['show']],
    ['an empty folder name', ['trips', '--library', '']],
    ['--keep-content with --from', ['restore', '東', '--keep-content', '--from', '山']],
    ['--merge without a .lanyard file', ['import', '東', '--merge']],
  ])('lanyard has no plain word in the pseudo-language in its usage error about %s', async (_, args) => {
    const run = await lanyard(...args)
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(plainWords(run.stderr)).toEqual([])
  })

  test('lanyard creates, lists and shows trips without a plain word in the pseudo-language', async () => {
    await expectTranslated('trips')
    await expectTranslated('new', ...conference)
    await expectTranslated('add', '東京会議', '--day', '2026-04-14', '--title', '昼食', '--highlight', '--private')
    await expectTranslated(
      'add',
      '東京会議',
      '--day',
      '2026-04-14',
      '--title',
      '講演',
      '--speaker',
      '山田',
      '--room',
      '室',
    )
    await expectTranslated('add', '東京会議', '--day', '2026-04-15', '--who', '鈴木')
    await expectTranslated('show', '東京会議')
    await expectTranslated('trips')
  })

  test('lanyard imports reports without a plain word in the pseudo-language', async () => {
    await expectTranslated('new', ...conference)
    const report = join(place.folder, '報告.md')
    await writeFile(report, '---\ntitle: 報告\ndate: 2026-04-14\n---\n\n## 朝\n\nお茶。\n\n- 甘い\n')
    await expectTranslated('import', report)
    await expectTranslated('import', report, '--trip', '東京会議')
  })

  test('lanyard packs trips and imports them without a plain word in the pseudo-language', async () => {
    await lanyard('new', ...conference)
    const file = join(place.folder, '旅.lanyard')
    await expectTranslated('pack', '東京会議', '--out', file)
    await expectTranslated('import', file)
    await expectTranslated('import', file, '--keep-both')
    const other = ['--library', join(place.folder, '別')]
    await expectTranslated('import', file, ...other)
    await lanyard('add', '東京会議', '--title', '夜', '--day', '2026-04-14')
    await expectTranslated('pack', '東京会議', '--out', file, '--replace')
    const refused = await lanyard('import', file, ...other)
    expect({ code: refused.code, plain: plainWords(refused.stderr) }).toEqual({ code: 1, plain: [] })
    await expectTranslated('import', file, '--merge', ...other)
  })

  test('lanyard lists its export targets and exports without a plain word in the pseudo-language', async () => {
    await expectTranslated('targets')
    await expectTranslated('new', ...conference)
    await expectTranslated('add', '東京会議', '--day', '2026-04-14', '--title', '昼食', '--text', '寿司。')
    const out = join(place.folder, '出力')
    for (const { id } of fileTargets) await expectTranslated('export', '東京会議', '--to', id, '--out', out)
    const again = await lanyard('export', '東京会議', '--to', 'text', '--out', out)
    expect({ code: again.code, plain: plainWords(again.stderr) }).toEqual({ code: 1, plain: [] })
    await expectTranslated('export', '東京会議', '--to', 'text', '--out', out, '--replace', '--option', 'width=72')
  })

  test('lanyard backs up, verifies and restores without a plain word in the pseudo-language', async () => {
    const { trip } = JSON.parse((await lanyard('new', ...conference, '--json')).stdout) as { trip: string }
    const stick = join(place.folder, '棒')
    await mkdir(stick)
    await expectTranslated('backup', '--to', stick)
    await expectTranslated('backup', '--to', stick)
    await expectTranslated('verify')
    await expectTranslated('restore', trip, '--list')
    await expectTranslated('restore', trip, '--from', stick)
    await expectTranslated('restore', trip, '--from', stick, '--list')
    await lanyard('add', trip, '--title', '夜', '--day', '2026-04-14')
    await expectTranslated('restore', trip, '--from', stick)
    await rm(place.library, { recursive: true })
    await expectTranslated('restore', trip, '--from', stick)
  })

  test.each([
    ['an unknown trip', ['show', '山']],
    ['an unknown trip to restore', ['restore', '山']],
    ['a day that is not a date', ['add', '東京会議', '--day', '明日']],
    ['a time that is not one', ['add', '東京会議', '--start', '朝']],
    ['a version that was not named', ['restore', '東京会議']],
    ['a backup without a folder', ['backup']],
    ['an unknown target', ['export', '東京会議', '--to', '詩', '--out', '.']],
    ['an unknown option of a target', ['export', '東京会議', '--to', 'html', '--out', '.', '--option', '幅=1']],
    [
      'a value that an option cannot have',
      ['export', '東京会議', '--to', 'text', '--out', '.', '--option', 'width=広'],
    ],
    ['a file that cannot be read', ['import', '無']],
  ])('lanyard has no plain word in the pseudo-language in its failure about %s', async (_, args) => {
    await lanyard('new', ...conference)
    const run = await lanyard(...args)
    expect(run).toMatchObject({ code: 1, stdout: '' })
    expect(plainWords(run.stderr)).toEqual([])
  })
})
