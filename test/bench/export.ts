import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { runExport } from '../../electron/journal/exporters/run-export.ts'
import type { Library } from '../../electron/journal/library/library.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { composePost } from '../../electron/journal/report/compose-post.ts'
import { render } from '../../electron/shared/messages/translate.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { inventTrip } from './invent-trip.ts'
import { compare, type Measurement, takeTurns, timed } from './measurement.ts'

const ENTRIES = 1_000
const TEXT_LENGTH = 1_000

/**
 * An export as the report screen starts it: the texts have already been parsed for the preview, as the baseline has its
 * tree. The first time is taken when the files have their final names; they are then read back and compared.
 */
export async function measureExport(folder: string): Promise<Measurement[]> {
  const library = openLibrary({ folder: join(folder, 'library') })
  const created = await library.create(inventTrip('A thousand entries', ENTRIES, TEXT_LENGTH))
  if (!created.ok) throw new Error(render(created.error))
  const { trip } = created.value
  const whole: number[] = []
  const writer = unified().use(remarkStringify).use(remarkGfm).freeze()
  const { tree } = composePost(trip).post
  const samples = await takeTurns(
    15,
    3,
    async (round) => {
      const { written, checked } = await exportOnce(trip, library, join(folder, 'exports'))
      if (round >= 3) whole.push(checked)
      return written
    },
    () => timed(async () => writer.stringify(tree)),
  )
  await library.close()
  const against = 'remark-stringify of the same tree'
  return [
    compare({ name: 'export of 1,000 entries to Markdown', against, statistic: 'median', target: 2 }, samples),
    compare(
      { name: 'the same, read back and compared', against, statistic: 'median', target: null },
      { ...samples, ours: whole },
    ),
  ]
}

/** @returns the milliseconds until the files were written, and until they were read back and compared */
async function exportOnce(trip: Trip, library: Library, folder: string): Promise<{ written: number; checked: number }> {
  const begin = performance.now()
  let written = NaN
  const exported = await runExport({
    trip,
    library,
    target: 'markdown',
    folder,
    replace: true,
    signal: new AbortController().signal,
    onProgress: (_, step) => {
      // The step begins when the files are written, and is reported again at its end.
      if (step === 'reading-back' && Number.isNaN(written)) written = performance.now() - begin
    },
  })
  if (!exported.ok) throw new Error(render(exported.error))
  if (exported.value.differences.length > 0) throw new Error(exported.value.differences.map(render).join('\n'))
  return { written, checked: performance.now() - begin }
}
