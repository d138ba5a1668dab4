import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { nodeFileSystem } from '../../journal/disk/file-system.ts'
import { type Destination, type KeyValue, keyValueSchema } from '../../shared/destinations.ts'
import type { ExportOptions } from '../../shared/export-options.ts'
import { frontKeyPattern } from '../../shared/front-key.ts'
import { t } from '../../shared/messages/translate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Answer, collect, createCommand, examples, runCommand, usageError } from '../command.ts'
import { findDestination } from '../find-destination.ts'
import type { Journal } from '../journal.ts'
import { readOptionValues } from '../option-values.ts'

interface Given {
  folder?: string
  target?: string
  option?: string[]
  rename?: string[]
  set?: string[]
  omit?: string[]
  remove?: true
}

/** `lanyard destination NAME`: adds a destination, changes it, or forgets it. */
export function destinationCommand(onFailure: () => void): Command {
  const command = createCommand('destination', t('cli.destination.description'))
    .argument('<name>', t('cli.destination.name'))
    .option('--folder <dir>', t('cli.destination.folder'))
    .option('--target <target>', t('cli.destination.target'))
    .option('--option <name=value>', t('cli.export.option'), collect)
    .option('--rename <key=name>', t('cli.destination.rename'), collect)
    .option('--set <key=value>', t('cli.destination.set'), collect)
    .option('--omit <key>', t('cli.destination.omit'), collect)
    .addOption(
      new Option('--remove', t('cli.destination.remove')).conflicts([
        'folder',
        'target',
        'option',
        'rename',
        'set',
        'omit',
      ]),
    )
    .addHelpText(
      'after',
      examples(
        'lanyard destination "My blog" --folder ~/blog --target hugo --option cover=cover',
        'lanyard destination "My blog" --rename date=publishDate --set toc=true --set \'series=["Trips"]\'',
        'lanyard destination "My blog" --remove',
      ),
    )
  return command.action((name: string, given: Given) => {
    if (given.folder === '') usageError(command, t('cli.usage.folder-needed', { option: '--folder' }))
    const keys = readKeys(given)
    if (keys === null) usageError(command, t('cli.usage.front-key'))
    return runCommand(command, onFailure, async (journal) => {
      const known = await findDestination(journal, name)
      if (given.remove) return known === null ? fail('destination.unknown', { name }) : await forget(journal, known)
      if (known === null && given.folder === undefined) {
        usageError(command, t('cli.usage.missing-option', { option: '--folder <dir>' }))
      }
      return await save(journal, name, { known, given, keys })
    })
  })
}

async function forget(journal: Journal, { id, name }: Destination): Promise<Result<Answer>> {
  const removed = await journal.call('destinations.remove', { destinationId: id })
  return removed.ok ? ok({ json: { removed: id }, text: t('cli.destination.removed', { name }) }) : removed
}

interface Wanted {
  known: Destination | null
  given: Given
  keys: Destination['keys']
}

async function save(journal: Journal, name: string, { known, given, keys }: Wanted): Promise<Result<Answer>> {
  const { exporters } = await import('../../journal/exporters/index.ts')
  const { openSiteFolder } = await import('../../journal/exporters/destinations/site-folder.ts')
  const { guessTarget, saveDestination } = await import('../../journal/exporters/destinations/known-destinations.ts')
  const folder = given.folder === undefined ? (known?.folder ?? '') : resolve(given.folder)
  const site = await openSiteFolder(folder, journal.library.folder, nodeFileSystem)
  if (!site.ok) return site
  const target = given.target ?? known?.target ?? (await guessTarget(folder, nodeFileSystem))
  if (target === null) return fail('destination.no-target', { folder })
  const offered: ExportOptions = exporters.find(({ id }) => id === target)?.options ?? {}
  const options = readOptionValues(offered, given.option ?? [])
  if (!options.ok) return options
  const before = known?.target === target ? known.options : {}
  const destination: Destination = {
    id: known?.id ?? randomUUID(),
    name: known?.name ?? name.trim(),
    folder,
    target,
    options: { ...before, ...options.value },
    keys: {
      rename: { ...known?.keys.rename, ...keys.rename },
      add: { ...known?.keys.add, ...keys.add },
      omit: [...new Set([...(known?.keys.omit ?? []), ...keys.omit])],
    },
  }
  const saved = await saveDestination(journal.settings, destination)
  if (!saved.ok) return saved
  return ok({ json: destination, text: t('cli.destination.saved', { name: destination.name, folder, target }) })
}

/** The keys that were given; `null` if one of them cannot be a key. */
function readKeys({ rename = [], set = [], omit = [] }: Given): Destination['keys'] | null {
  const renamed = rename.map(splitPair)
  const added = set.map(splitPair)
  const names = [...renamed.flat(), ...added.map(([key]) => key), ...omit]
  if (names.some((key) => !frontKeyPattern.test(key))) return null
  return {
    rename: Object.fromEntries(renamed),
    add: Object.fromEntries(added.map(([key, value]) => [key, readValue(value)])),
    omit,
  }
}

function splitPair(text: string): [string, string] {
  const at = text.indexOf('=')
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}

/** A number, `true`, `false`, a list in JSON, or else a text. */
function readValue(text: string): KeyValue {
  try {
    const value = keyValueSchema.safeParse(JSON.parse(text))
    return value.success ? value.data : text
  } catch {
    return text
  }
}
