import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { everyWay, exportPost } from '../../support/exports.ts'
import { somePhoto } from '../../support/photos.ts'
import { randomTrip } from '../../support/random-markdown.ts'
import { onePixel } from '../../support/trips.ts'

const pictures = new Map([[somePhoto.id, { photo: somePhoto, data: new Uint8Array(onePixel) }]])
/** A link to a picture (`\![alt](photo:…)`) leads nowhere outside of the trip. */
const known: ReadonlySet<string> = new Set(['Missing: the link “alt”.'])
/** Nor does one to a computer whose name no computer can have, which documents do not allow. */
const impossible = /^Missing: the link “www\.ex\.example[^“”]*”\.$/
const runs = Number(process.env['LANYARD_RUNS'] ?? 100)

test.each(everyWay)('$name reads back as the post, whatever the post contains', async ({ exporter, options }) => {
  await fc.assert(
    fc.asyncProperty(randomTrip, async (trip) => {
      const { differences } = await exportPost(exporter, composePost(trip).post, pictures, options)
      expect(differences.filter((sentence) => !known.has(sentence) && !impossible.test(sentence))).toEqual([])
    }),
    { numRuns: Object.keys(options).length === 0 ? runs : Math.ceil(runs / 5) },
  )
})
