import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { sectionsOnce } from '../../../build/vite/sections-once.ts'
import { root } from '../../support/programs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const file = join(root, 'node_modules', 'react-aria', 'dist', 'private', 'gridlist', 'useGridListItem.mjs')

async function buildRow(): Promise<string> {
  const outDir = await temporaryFolder()
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [sectionsOnce()],
    build: {
      outDir,
      minify: false,
      lib: { entry: file, formats: ['es'], fileName: () => 'row.js' },
      rolldownOptions: { external: (id) => id !== file && !id.startsWith('\0') },
    },
  })
  return await readFile(join(outDir, 'row.js'), 'utf8')
}

test('a row of React Aria’s lists no longer goes through the whole list', async () => {
  const before = await readFile(file, 'utf8')
  expect(before).toMatch(/let nodes = \[\s*\.\.\.collection\s*\]/)
  const after = await buildRow()
  expect(after).not.toMatch(/let nodes = \[\s*\.\.\.collection\s*\]/)
  expect(after).toContain('hasSections(collection) ?')
})
