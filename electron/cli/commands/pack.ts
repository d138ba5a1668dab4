import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { ARCHIVE_ENDING } from '../../shared/archive-ending.ts'
import { t } from '../../shared/messages/translate.ts'
import { fail, type Failure, ok, type Result } from '../../shared/result.ts'
import { runCommand, createCommand, examples } from '../command.ts'
import { count } from '../count.ts'
import { findTrip } from '../find-trip.ts'
import { nameOfStep, withProgress } from '../progress.ts'

interface PackOptions {
  out: string
  replace?: true
}

/** `lanyard pack TRIP`: saves a trip with its pictures as one file. */
export function packCommand(onFailure: () => void): Command {
  const command = createCommand('pack', 'Save a trip with its pictures as one file, for another computer or a shelf.')
    .argument('<trip>', t('cli.argument.trip'))
    .requiredOption('--out <path>', 'the file to write, or the folder that gets a file named after the trip’s folder')
    .option('--replace', 'let it take the place of a file of that name')
    .addHelpText(
      'after',
      `\nThe file is a zip of the trip's folder. "lanyard import" takes it into a library, as does opening it.\n${examples(
        'lanyard pack "PyCon DE 2026" --out /media/stick',
        'lanyard pack "PyCon DE 2026" --out pycon.lanyard --replace --json',
      )}`,
    )
  return command.action((wanted: string, { out, replace }: PackOptions) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const place = await journal.library.placeOf(found.value.id)
      if (!place.ok) return place
      const { packTrip } = await import('../../journal/archive/pack-trip.ts')
      const path = await fileIn(resolve(out), `${basename(place.value)}${ARCHIVE_ENDING}`)
      const packed = await withProgress((signal, tell) =>
        packTrip({
          library: journal.library,
          tripId: found.value.id,
          path,
          replace: replace === true,
          signal,
          tell: (done, step) => tell(done, nameOfStep(step)),
        }),
      )
      if (!packed.ok) return withHint(packed.error)
      const { bytes, photos, remarks } = packed.value
      const what = `${count(found.value.entries, 'entry', 'entries')} and ${count(photos, 'picture', 'pictures')}`
      return ok({
        json: { trip: found.value.id, path, bytes, photos, remarks },
        text: [`Wrote ${path}, with ${what}.`, ...remarks].join('\n'),
      })
    }),
  )
}

async function fileIn(path: string, name: string): Promise<string> {
  const isFolder = await stat(path).then(
    (item) => item.isDirectory(),
    () => false,
  )
  return isFolder ? join(path, name) : path
}

function withHint({ code, message }: Failure): Result<never> {
  return fail(code, code === 'export.target-exists' ? `${message} The option --replace lets it be replaced.` : message)
}
