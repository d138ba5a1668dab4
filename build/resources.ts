import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import manifest from '../package.json' with { type: 'json' }
import { renderIcons } from './icons.ts'

/** Where all lies that is made for the installers and is not in the repository. */
export const resources = 'dist/resources'

/** Who is asked about the packages. */
export const maintainer = 'The Lanyard developers <lanyard-journal@users.noreply.github.com>'

/**
 * Makes what the installers need beside the program: icons, and what Linux is told about the package.
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

  const linux = join(root, 'build', 'linux')
  const day = new Date(date * 1000).toISOString().slice(0, 10)
  const metainfo = await readFile(join(linux, 'metainfo.xml'), 'utf8')
  await writeFile(join(folder, 'metainfo.xml'), metainfo.replace('@VERSION@', version).replace('@DATE@', day))
  const manual = await readFile(join(linux, 'lanyard.1'))
  await writeFile(join(folder, 'lanyard.1.gz'), gzipSync(manual, { level: 9 }))
  await writeFile(join(folder, 'changelog.gz'), gzipSync(debianChangelog(version, date), { level: 9 }))
}

/** What Debian wants to know of a version, in its own form. People read CHANGELOG.md. */
function debianChangelog(version: string, date: number): string {
  const when = new Date(date * 1000).toUTCString().replace('GMT', '+0000')
  return `lanyard (${version.replaceAll('-', '~')}) stable; urgency=medium

  * CHANGELOG.md says what has changed:
    ${manifest.homepage}

 -- ${maintainer}  ${when}
`
}
