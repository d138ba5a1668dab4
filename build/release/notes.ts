import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSection } from './changelog.ts'

/* `node build/release/notes.ts 0.2.0` prints a version's section of CHANGELOG.md, for the draft of its release. */

const [version = ''] = process.argv.slice(2)
const section = readSection(readFileSync(join(import.meta.dirname, '..', '..', 'CHANGELOG.md'), 'utf8'), version)
if (section === null) {
  process.stderr.write(`CHANGELOG.md has no section for "${version}", or an empty one.\n`)
  process.exitCode = 1
} else {
  process.stdout.write(`${section}\n`)
}
