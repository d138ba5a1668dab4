import type { DropItem } from 'react-aria-components'
import { expect, test } from 'vitest'
import { fromDrop } from '../../../renderer/exports/dropped-files.ts'
import { addFiles, readFiles, saySize, whyNot, type ChosenFile } from '../../../renderer/exports/upload.ts'

function droppedFile(name: string): DropItem {
  return { kind: 'file', type: '', name, getFile: async () => new File([name], name), getText: async () => name }
}

function droppedFolder(name: string, entries: DropItem[]): DropItem {
  const getEntries = async function* () {
    yield* entries
  }
  return { kind: 'directory', name, getEntries } as DropItem
}

function chosen(name: string, size = 1): ChosenFile {
  return { name, file: Object.defineProperty(new File(['x'], name), 'size', { value: size }) }
}

test('a file that is chosen again takes the place of the earlier, and litter of systems stays out', () => {
  const later = chosen('a.md', 2)
  const names = ['a.md', '.DS_Store', 'bundle/.git/HEAD', 'bundle/Thumbs.db', 'bundle/b.png'].map((name) =>
    chosen(name),
  )
  expect(addFiles(names, [later])).toEqual([later, names[4]])
})

test('long texts and far too many pictures are refused, each with what would do', () => {
  const MB = 1024 * 1024
  expect(whyNot([chosen('a.md', 20 * MB), chosen('b.png', 100 * MB)])).toBeNull()
  expect(whyNot([chosen('a.txt', 65 * MB)])).toMatch(/a\.txt is 68 MB long.* up to 20 MB/)
  expect(whyNot([chosen('b.png', 200 * MB), chosen('c.png', 100 * MB)])).toMatch(/315 MB together/)
  expect(whyNot(Array.from({ length: 10_001 }, (_, index) => chosen(`${index}.png`)))).toMatch(/10001 files/)
})

test('sizes are said as people say them', () => {
  expect([1, 999, 1000, 12_400, 1_000_000, 73_400_320].map(saySize)).toEqual([
    '1 byte',
    '999 bytes',
    '1 kB',
    '12 kB',
    '1 MB',
    '73 MB',
  ])
})

test('what was dropped is gathered through all folders, each file with its path', async () => {
  const dropped = await fromDrop([
    droppedFolder('bundle', [droppedFile('index.md'), droppedFolder('img', [droppedFile('a.png')])]),
    droppedFile('b.md'),
  ])
  expect(dropped.map(({ name }) => name)).toEqual(['bundle/index.md', 'bundle/img/a.png', 'b.md'])
  const read = await readFiles(dropped)
  expect(read.map(({ data }) => new TextDecoder().decode(data))).toEqual(['index.md', 'a.png', 'b.md'])
})
