import * as fc from 'fast-check'
import type { Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { newTrip } from '../../../electron/journal/edits/new-trip.ts'
import { eachNode } from '../../../electron/journal/markdown/map-nodes.ts'
import { composePost } from '../../../electron/journal/report/compose-post.ts'
import { newEntry } from '../../../electron/shared/entries/new-entry.ts'
import { everyWay, exportPost } from '../../support/exports.ts'
import { somePhoto } from '../../support/photos.ts'
import { randomTrip } from '../../support/random-markdown.ts'
import { onePixel, someTrip } from '../../support/trips.ts'

const pictures = new Map([[somePhoto.id, { photo: somePhoto, data: new Uint8Array(onePixel) }]])
/** A link to a picture (`\![alt](photo:…)`) leads nowhere outside of the trip. */
const known: ReadonlySet<string> = new Set(['Missing: the link “alt”.'])

/** The sentences about links whose address no browser can follow from a document. */
function linksToNowhere(tree: Root): ReadonlySet<string> {
  const sentences = new Set<string>()
  eachNode(tree, (node) => {
    if (node.type === 'link' && !URL.canParse(node.url)) sentences.add(`Missing: the link “${toString(node).trim()}”.`)
  })
  return sentences
}

/** Texts that were not read back exactly once, which random ones rarely hold. */
const picture = `![alt](photo:${somePhoto.id} "cap")`
const texts = [
  '\\\n\\\n* \n',
  'word\n\n\\\n\\\nafter two breaks',
  '**\\\nbold**\\\n\\\nafter',
  '### https://ex.example/a{{< x "y_z" >}}*',
  'https://ex.example/a\\:snake_case and https://ex.example/a\\~~b and https://ex.example/a\\^a',
  picture + picture,
  `${picture}\n${picture} ${picture}`,
]

test.each(everyWay)('$name reads back texts that were misread before', async ({ exporter, options }) => {
  for (const text of texts) {
    const trip = newTrip(someTrip())
    trip.photos.push(somePhoto)
    trip.entries.push({ ...newEntry('note', '2026-04-14', null), text })
    const { differences } = await exportPost(exporter, composePost(trip).post, pictures, options)
    expect(differences).toEqual([])
  }
})

const runs = Number(process.env['LANYARD_RUNS'] ?? 25)

test.each(everyWay)('$name reads back as the post, whatever the post contains', async ({ exporter, options }) => {
  await fc.assert(
    fc.asyncProperty(randomTrip, async (trip) => {
      const { post } = composePost(trip)
      const { differences } = await exportPost(exporter, post, pictures, options)
      const expected = new Set([...known, ...linksToNowhere(post.tree)])
      expect(differences.filter((sentence) => !expected.has(sentence))).toEqual([])
    }),
    { numRuns: Object.keys(options).length === 0 ? runs : Math.ceil(runs / 5) },
  )
})
