import { writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { fitsSites } from '../../../../electron/journal/exporters/destinations/export-to-site.ts'
import { exporters } from '../../../../electron/journal/exporters/index.ts'
import type { ConflictChoice, ConflictSide, SiteConflict } from '../../../../electron/shared/destinations.ts'
import { picturePath, someSite, withLead } from '../../../support/site-folders.ts'

interface Proposal {
  proposal: string
  conflicts: readonly SiteConflict[]
}

const decide = ({ proposal, conflicts }: Proposal, ...sides: (ConflictSide | null)[]): ConflictChoice => ({
  proposal,
  sides: Object.fromEntries(
    conflicts.flatMap(({ id }, index) => {
      const side = sides[index]
      return side ? [[id, side]] : []
    }),
  ),
})

/** A site where a key, two passages and the picture were changed, after which the report changed as well. */
async function conflictingSite() {
  const site = await someSite()
  const lead = 'We took the tram.\n\nIt was late.\n\nNobody slept.'
  await site.send({ trip: withLead(site.trip, lead) })
  await site.edit((text) =>
    text
      .replace('tags: ["python"]', 'tags: ["python", "trams"]')
      .replace('the tram', 'the night tram')
      .replace('Nobody', 'Hardly anybody'),
  )
  const changed = withLead(site.trip, lead.replace('the tram', 'the slow tram').replace('Nobody', 'Everybody'))
  const trip = { ...changed, report: { ...changed.report, tags: ['lanterns'] } }
  return { ...site, trip }
}

test('each conflict is written as it was chosen, and what one side alone changed stays', async () => {
  const { sendInto, send, read, edit, everything, trip } = await conflictingSite()
  await edit((text) => `${text}\nBelow.\n`)
  const proposal = await sendInto({ trip })
  expect(proposal.conflicts.map(({ kind, name, theirs }) => [kind, name, theirs])).toEqual([
    ['key', 'tags', 'tags: ["python", "trams"]'],
    ['passage', '', 'We took the night tram.'],
    ['passage', '', 'Hardly anybody slept.'],
  ])
  const before = await everything()
  // As long as one is open, nothing is written.
  expect(await sendInto({ trip, choice: decide(proposal, 'theirs', null, 'ours') })).toEqual(proposal)
  expect(await everything()).toEqual(before)
  const summary = await send({ trip, choice: decide(proposal, 'theirs', 'ours', 'theirs') })
  expect(summary.differences).toEqual([])
  const text = await read()
  expect(text).toContain('tags: ["python", "trams"]')
  expect(text).toContain('\n\nWe took the slow tram.\n\nIt was late.\n\nHardly anybody slept.\n\n')
  expect(text).toMatch(/\nBelow\.\n$/)
  // It has been decided, so the next export does not ask again.
  await send({ trip })
  expect(await read()).toBe(text)
})

test.each([
  ['somebody has edited the same passage again', (text: string) => text.replace('night tram', 'tram at night')],
  ['somebody has edited another part of the site', (text: string) => `${text}\nBelow.\n`],
])('decisions are not used if %s since, and the conflicts are shown again', async (_, change) => {
  const { sendInto, edit, everything, trip } = await conflictingSite()
  const proposal = await sendInto({ trip })
  await edit(change)
  const before = await everything()
  const again = await sendInto({ trip, choice: decide(proposal, 'theirs', 'theirs', 'theirs') })
  expect(again).toMatchObject({ isOutdated: true, conflicts: [{}, {}, {}] })
  expect(again.proposal).not.toBe(proposal.proposal)
  // What is still the same conflict has the same id.
  expect(again.conflicts[2]?.id).toBe(proposal.conflicts[2]?.id)
  expect(again.conflicts[1]?.id === proposal.conflicts[1]?.id).toBe(
    again.conflicts[1]?.theirs === proposal.conflicts[1]?.theirs,
  )
  expect(await everything()).toEqual(before)
})

test('decisions are not used if the report has changed since, and are not needed if nothing is left to decide', async () => {
  const { sendInto, send, edit, read, trip } = await conflictingSite()
  const choice = decide(await sendInto({ trip }), 'ours', 'ours', 'ours')
  const changed = withLead(trip, 'We walked.')
  expect(await sendInto({ trip: changed, choice })).toMatchObject({ isOutdated: true })
  await edit((text) => text.replace('night ', '').replace('Hardly anybody', 'Nobody').replace(', "trams"', ''))
  await send({ trip, choice })
  expect(await read()).toContain('\n\nWe took the slow tram.\n\nIt was late.\n\nEverybody slept.\n\n')
})

test('a picture that was changed on both sides is decided on its own', async () => {
  const { sendInto, send, edit, folder, order, trip, read } = await conflictingSite()
  await edit(() => 'smaller', picturePath)
  // The last export is said to have written another picture, so ours has changed as well.
  const of = order.records.of.bind(order.records)
  const records = {
    ...order.records,
    of: async (...args: Parameters<typeof of>) =>
      (await of(...args)).map((one) => ({ ...one, files: { ...one.files, [picturePath]: 'other' } })),
  }
  const proposal = await sendInto({ trip, records })
  expect(proposal.conflicts.at(-1)).toMatchObject({ kind: 'file', name: picturePath })
  await writeFile(join(folder, picturePath), 'larger')
  const choice = decide(proposal, 'ours', 'theirs', 'ours', 'ours')
  const again = await sendInto({ trip, records, choice })
  expect(again.isOutdated).toBe(true)
  expect(again.conflicts.at(-1)?.id).not.toBe(proposal.conflicts.at(-1)?.id)
  await send({ trip, records, choice: decide(again, 'ours', 'theirs', 'ours', 'theirs') })
  expect(await read(picturePath)).toBe('larger')
  expect(await read()).toContain('We took the night tram.')
  expect(await read()).toContain('Everybody slept.')
})

test.each(exporters.filter(fitsSites).map(({ id }) => id))(
  'an export for %s that is repeated has the same conflicts, so that they can be decided',
  async (target) => {
    const { folder, send, sendInto, edit, read, trip } = await someSite({ target })
    const [written = ''] = (await send({ trip: withLead(trip, 'Some words.') })).files
    const path = relative(folder, written)
    await edit((text) => text.replace('Some words.', 'Edited words.'), path)
    const changed = withLead(trip, 'Other words.')
    const proposal = await sendInto({ trip: changed })
    expect(await sendInto({ trip: changed })).toEqual(proposal)
    await send({ trip: changed, choice: decide(proposal, 'theirs') })
    expect(await read(path)).toContain('Edited words.')
  },
)
