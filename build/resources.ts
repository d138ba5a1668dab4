import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { identity } from '../electron/shared/identity.ts'
import { renderIcons } from './icons.ts'
import { packageTexts } from './linux/package-texts.ts'

/** The folder of generated files that the installers need. */
export const resources = 'dist/resources'

/**
 * Generate what the installers need besides the program: icons, and the texts of Linux packages.
 *
 * @param root the project's folder, absolute
 * @param version of the package
 * @param date when this version was made, in seconds since 1970
 */
export async function makeResources(root: string, version: string, date: number): Promise<void> {
  const folder = join(root, resources)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await renderIcons(join(root, 'build', 'icon.svg'), folder)

  const { metainfo, manual, copyright, changelog } = packageTexts({ identity, version, date })
  await writeFile(join(folder, 'metainfo.xml'), metainfo)
  await writeFile(join(folder, 'copyright'), copyright)
  await writeFile(join(folder, 'lanyard.1.gz'), gzipSync(manual, { level: 9 }))
  await writeFile(join(folder, 'changelog.gz'), gzipSync(changelog, { level: 9 }))
}
