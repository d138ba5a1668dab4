import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { documentsPath } from '../../electron/journal/documents-path.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'lanyard-home-'))
  await mkdir(join(home, '.config'))
  return () => rm(home, { recursive: true, force: true })
})

const setUserDirs = (text: string) => writeFile(join(home, '.config', 'user-dirs.dirs'), text)

describe('documentsPath', () => {
  test('the documents folder is Documents in the home folder by default', () => {
    expect(documentsPath({}, 'linux', home)).toBe(join(home, 'Documents'))
    expect(documentsPath({}, 'darwin', '/Users/ada')).toBe('/Users/ada/Documents')
    expect(documentsPath({}, 'win32', 'C:\\Users\\ada')).toBe('C:\\Users\\ada\\Documents')
  })

  test('the documents folder is the one that a Linux desktop has set', async () => {
    await setUserDirs('# made by xdg-user-dirs\nXDG_MUSIC_DIR="$HOME/Musik"\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n')
    expect(documentsPath({}, 'linux', home)).toBe(join(home, 'Dokumente'))
    await setUserDirs('XDG_DOCUMENTS_DIR="/data/my \\"own\\" texts"\n')
    expect(documentsPath({}, 'linux', home)).toBe('/data/my "own" texts')
  })

  test('the setting for the documents folder is read from where the environment says', async () => {
    await mkdir(join(home, 'elsewhere'))
    await writeFile(join(home, 'elsewhere', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Papers"\n')
    expect(documentsPath({ XDG_CONFIG_HOME: join(home, 'elsewhere') }, 'linux', home)).toBe(join(home, 'Papers'))
  })

  test('a setting without a path is ignored', async () => {
    await setUserDirs('XDG_DOCUMENTS_DIR="texts"\n')
    expect(documentsPath({}, 'linux', home)).toBe(join(home, 'Documents'))
  })
})
