import { stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Command } from 'commander'
import { ARCHIVE_ENDING } from '../../shared/archive-ending.ts'
import { render, t } from '../../shared/messages/translate.ts'
import { ok } from '../../shared/result.ts'
import { createCommand, examples, remark, runCommand, withReplaceHint } from '../command.ts'
import { findTrip } from '../find-trip.ts'
import { nameOfStep, withProgress } from '../progress.ts'

interface PackOptions {
  out: string
  replace?: true
}

/** `lanyard pack TRIP`: saves a trip with its pictures as one file. */
export function packCommand(onFailure: () => void): Command {
  const command = createCommand('pack', t('cli.pack.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .requiredOption('--out <path>', t('cli.pack.out'))
    .option('--replace', t('cli.pack.replace'))
    .addHelpText('after', remark(t('cli.pack.remark')))
    .addHelpText(
      'after',
      examples(
        'lanyard pack "PyCon DE 2026" --out /media/stick',
        'lanyard pack "PyCon DE 2026" --out pycon.lanyard --replace --json',
      ),
    )
  return command.action((wanted: string, { out, replace }: PackOptions) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findTrip(journal, wanted)
      if (!found.ok) return found
      const place = await journal.library.placeOf(found.value.id)
      if (!place.ok) return place
      const { packTrip } = await import('../../journal/archive/pack-trip.ts')
      const path = await fileIn(resolve(out), `${basename(place.value)}${ARCHIVE_ENDING}`)
      const packed = await withProgress((signal, onProgress) =>
        packTrip({
          library: journal.library,
          tripId: found.value.id,
          path,
          replace: replace === true,
          signal,
          reportProgress: (done, step) => onProgress(done, nameOfStep(step)),
        }),
      )
      if (!packed.ok) return withReplaceHint(packed.error)
      const { bytes, photos } = packed.value
      const remarks = packed.value.remarks.map(render)
      const done = t('cli.pack.done', { path, entries: found.value.entries, pictures: photos })
      return ok({
        json: { trip: found.value.id, path, bytes, photos, remarks },
        text: [done, ...remarks].join('\n'),
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
