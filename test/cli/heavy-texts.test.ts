import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shapeLengths, shapeNamed } from '../support/pathological-texts.ts'
import { makePlace } from './lanyard.ts'

test.for(['bullets in one line', 'links that end in the address', 'quotes without spaces'])(
  'a report that would take hours to parse is imported as one entry: %s',
  async (name) => {
    const { folder, json } = await makePlace()
    const path = join(folder, 'report.md')
    // With a picture, its text is also searched for the pictures beside it.
    await writeFile(path, `![A picture](picture.png)\n\n${shapeNamed(name).write(shapeLengths.large)}`)
    expect(await json(['import', path, '--first-day', '2026-04-14'])).toMatchObject({ entries: 1 })
  },
)
