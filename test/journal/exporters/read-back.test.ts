import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkExport } from '../../../electron/journal/exporters/check-export.ts'
import { exporters } from '../../../electron/journal/exporters/index.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { somePhoto } from '../../support/photos.ts'
import { randomTrip } from '../../support/random-markdown.ts'
import { onePixel } from '../../support/trips.ts'

const pictures = new Map([[somePhoto.id, { photo: somePhoto, data: new Uint8Array(onePixel) }]])
/** A link to a picture (`\![alt](photo:…)`) leads nowhere outside of the trip; a picture on the web cannot be shown. */
const known: ReadonlySet<string> = new Set(['Missing: the link “alt”.', 'The picture “a” is not in the file.'])
const runs = Number(process.env['LANYARD_RUNS'] ?? 100)

describe.each(exporters.map((exporter) => ({ id: exporter.id, exporter })))('the target $id', ({ exporter }) => {
  test('reads back as the post whatever is written in it', () => {
    fc.assert(
      fc.property(randomTrip, (trip) => {
        const { post } = composePost(trip)
        const files = exporter.write(post, pictures)
        const { differences } = checkExport(
          exporter,
          post,
          pictures,
          new Map(files.map((file) => [file.path, file.data])),
        )
        expect(differences.filter((sentence) => !known.has(sentence))).toEqual([])
      }),
      { numRuns: runs },
    )
  })
})
