import { basename, resolve } from 'node:path'
import { open } from 'node:fs/promises'
import type { OpenArchive } from '../journal/archive/open-archive.ts'
import { type ArchiveWay, sayNews, type Whereabouts } from '../shared/archive.ts'
import type { Tell } from '../journal/disk/tell.ts'
import { assertNever, fail, ok, type Result } from '../shared/result.ts'
import type { Answer } from './command.ts'
import { count } from './count.ts'
import type { Journal } from './journal.ts'
import { nameOfStep, withProgress } from './progress.ts'

/** What is done where the trip is in the library already. */
export type Otherwise = 'merge' | 'copy' | 'refuse'

/** Whether a file begins as a zip does, which no report in Markdown can. */
export async function isArchive(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
      return bytesRead === 4 && (await file.stat()).isFile() && buffer.readUInt32LE(0) === 0x04034b50
    } finally {
      await file.close()
    }
  } catch {
    // Whatever is wrong with it is told by who reads it.
    return false
  }
}

/** Takes the trip of a file into the library. */
export async function importArchive(journal: Journal, typed: string, otherwise: Otherwise): Promise<Result<Answer>> {
  const { openArchive } = await import('../journal/archive/open-archive.ts')
  return await withProgress(async (signal, show) => {
    const tell: Tell = (done, step) => show(done, nameOfStep(step))
    const archive = await openArchive({ kind: 'file', path: resolve(typed) }, { tell, signal })
    if (!archive.ok) return fail(archive.error.code, `"${basename(typed)}": ${archive.error.message}`)
    try {
      return await take(journal, archive.value, otherwise, { tell, signal })
    } finally {
      await archive.value.close()
    }
  })
}

async function take(
  journal: Journal,
  archive: OpenArchive,
  otherwise: Otherwise,
  watched: { tell: Tell; signal: AbortSignal },
): Promise<Result<Answer>> {
  const { findWhereabouts } = await import('../journal/archive/find-whereabouts.ts')
  const { takeIn } = await import('../journal/archive/take-in.ts')
  const { trip, remarks } = archive
  const whereabouts = await findWhereabouts(journal.library, archive)
  if (!whereabouts.ok) return whereabouts
  const way = wayOf(whereabouts.value, otherwise)
  if (way === null) {
    return fail('archive.here', `You have the trip "${trip.title}" already. ${describeHere(whereabouts.value)}`)
  }
  if (way === 'none') {
    return ok({
      json: { trip: trip.id, title: trip.title, way: null, photos: 0, remarks },
      text: `You have the trip "${trip.title}" already, with all that the file has. Nothing was changed.`,
    })
  }
  const taken = await takeIn(journal.library, archive, way, watched)
  if (!taken.ok) return taken
  const { photos, conflicts, undoVersionId } = taken.value
  const what = `${count(taken.value.trip.entries.length, 'entry', 'entries')} and ${count(photos, 'picture', 'pictures')}`
  const done =
    way === 'merge'
      ? `Merged the file into "${trip.title}". The version from before is kept: ${undoVersionId ?? ''}.`
      : `Made the trip "${taken.value.trip.title}" with ${what}. Its id is ${taken.value.trip.id}.`
  const both = conflicts.map(({ title }) => `Two versions of "${title}" were kept, side by side.`)
  const inTrash =
    whereabouts.value.state === 'in-trash' ? ['A copy of it that you deleted is in the trash, and stays there.'] : []
  return ok({
    json: { trip: taken.value.trip.id, title: taken.value.trip.title, way, photos, undoVersionId, remarks },
    text: [done, ...both, ...inTrash, ...remarks].join('\n'),
  })
}

/** How the trip comes in; `none`: it need not. `null`: somebody has to say. */
function wayOf(whereabouts: Whereabouts, otherwise: Otherwise): ArchiveWay | 'none' | null {
  switch (whereabouts.state) {
    case 'new':
    case 'in-trash':
      return 'new'
    case 'same':
      return otherwise === 'copy' ? 'copy' : 'none'
    case 'differs':
      return otherwise === 'refuse' ? null : otherwise
    case 'unreadable':
      return otherwise === 'copy' ? 'copy' : null
    default:
      return assertNever(whereabouts)
  }
}

function describeHere(whereabouts: Whereabouts): string {
  if (whereabouts.state === 'differs') {
    return `${sayNews(whereabouts.news)} Nothing was changed. Use --merge to have what both have, or --keep-both for a trip of its own.`
  }
  const problem = whereabouts.state === 'unreadable' ? `${whereabouts.problem} ` : ''
  return `${problem}Nothing was changed. Use --keep-both for a trip of its own.`
}
