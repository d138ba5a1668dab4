import type { DropItem } from 'react-aria-components'
import { expect, test } from 'vitest'
import { fromDrop } from '../../../renderer/import/dropped-files.ts'
import { addFiles, problemWith, readFiles, type ChosenFile } from '../../../renderer/import/upload.ts'

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

test('a file that is chosen again replaces the earlier one, and files of the system are left out', () => {
  const later = chosen('a.md', 2)
  const names = ['a.md', '.DS_Store', 'bundle/.git/HEAD', 'bundle/Thumbs.db', 'bundle/b.png'].map((name) =>
    chosen(name),
  )
  expect(addFiles(names, [later])).toEqual([later, names[4]])
})

test('texts that are too long and too many pictures are refused, with advice', () => {
  const MB = 1024 * 1024
  expect(problemWith([chosen('a.md', 20 * MB), chosen('b.png', 100 * MB)])).toBeNull()
  expect(problemWith([chosen('a.txt', 65 * MB)])).toMatch(/a\.txt is 68 MB long.* up to 20 MB/)
  expect(problemWith([chosen('b.png', 200 * MB), chosen('c.png', 100 * MB)])).toMatch(
    /^These files are 315 MB together/,
  )
  expect(problemWith(Array.from({ length: 20_001 }, (_, index) => chosen(`${index}.png`)))).toMatch(/20,001 files/)
})

test('dropped folders are read recursively, each file with its path', async () => {
  const dropped = await fromDrop([
    droppedFolder('bundle', [droppedFile('index.md'), droppedFolder('img', [droppedFile('a.png')])]),
    droppedFile('b.md'),
  ])
  expect(dropped.map(({ name }) => name)).toEqual(['bundle/index.md', 'bundle/img/a.png', 'b.md'])
  const read = await readFiles(dropped)
  expect(read.map(({ data }) => new TextDecoder().decode(data))).toEqual(['index.md', 'a.png', 'b.md'])
})
