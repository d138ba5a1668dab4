import { mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasPipes, oddities, putOddity } from '../support/odd-files.ts'
import { onePixel } from '../support/trips.ts'
import { placeWithTrip } from './place-with-trip.ts'

describe.skipIf(!hasPipes)('lanyard import', () => {
  test('lanyard import ignores pictures beside a report that are links, or behind one', async () => {
    const place = await placeWithTrip()
    const [post, outside] = [join(place.folder, 'post'), join(place.folder, 'private')]
    await mkdir(post)
    await mkdir(outside)
    await writeFile(join(outside, 'secret.png'), onePixel)
    await writeFile(join(post, 'real.png'), onePixel)
    await symlink(join(outside, 'secret.png'), join(post, 'link.png'))
    await symlink(outside, join(post, 'folder'))
    const pictures = ['real.png', 'link.png', 'folder/secret.png'].map((name) => `![a](${name})`)
    await writeFile(join(post, 'r.md'), `# A report\n\n## 14 April 2026\n\n${pictures.join('\n\n')}\n`)
    const file = join(post, 'r.md')
    const imported = await place.json(['import', file, '--trip', 'Lantern Conf 2026'])
    expect(imported).toMatchObject({ photos: 1 })
    expect(JSON.stringify(imported)).toContain('link.png')
  })

  test('lanyard import refuses a pipe, and a report with odd pictures is imported without them', async () => {
    const place = await placeWithTrip()
    await putOddity(join(place.folder, 'pipe.md'), 'pipe')
    const refused = await place.lanyard(['import', join(place.folder, 'pipe.md')])
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('pipe.md')
    for (const oddity of oddities) await putOddity(join(place.folder, `${oddity}.png`), oddity)
    await writeFile(join(place.folder, 'r.md'), '# A report\n\n## 14 April 2026\n\n![a](pipe.png) ![b](device.png)\n')
    expect(await place.json(['import', join(place.folder, 'r.md'), '--trip', place.tripId])).toMatchObject({
      photos: 0,
    })
  })
})

describe.skipIf(!hasPipes)('the command line', () => {
  test.for(oddities)(
    'lanyard trips does not hang if there is a %s in place of a trip, a cache or a note',
    async (oddity) => {
      const place = await placeWithTrip()
      for (const name of ['a', 'b', 'c', 'd', 'e']) {
        await mkdir(join(place.library, name))
        await putOddity(join(place.library, name, 'trip.json'), oddity)
      }
      await mkdir(join(place.library, '.cache'), { recursive: true })
      await putOddity(join(place.library, '.cache', 'trips.json'), oddity)
      await putOddity(join(place.library, '.history', place.tripId, 'about.json'), oddity)
      const run = await place.lanyard(['trips'])
      expect(run.stdout).toContain('Lantern Conf 2026')
      const checked = await place.lanyard(['verify'])
      expect(checked.code).toBe(1)
    },
  )

  test('lanyard pack --replace does not replace a pipe', async () => {
    const place = await placeWithTrip()
    const out = join(place.folder, 'out')
    await mkdir(out)
    await putOddity(join(out, 'trip.lanyard'), 'pipe')
    const run = await place.lanyard(['pack', place.tripId, '--out', join(out, 'trip.lanyard'), '--replace'])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('no regular file')
    const [item] = await readdir(out, { withFileTypes: true })
    expect(item?.isFIFO()).toBe(true)
    await rm(out, { recursive: true })
  })

  test('lanyard add refuses to read its text from a device', async () => {
    const place = await placeWithTrip()
    await putOddity(join(place.folder, 'text.md'), 'device')
    const run = await place.lanyard(['add', place.tripId, '--note', '--file', join(place.folder, 'text.md')])
    expect(run.code).not.toBe(0)
  })
})
