import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkClasses } from './styles/check-classes.ts'

/* Part of `npm run check`: reports the classes of the page that could be shown without their styles. */

const root = join(import.meta.dirname, '..')
const paths = globSync('renderer/**/*.{css,ts,tsx}', { cwd: root }).map((path) => path.replaceAll('\\', '/'))
const files = Object.fromEntries(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]))
const problems = checkClasses(files, 'renderer/main.tsx')
if (problems.length > 0) {
  process.stderr.write(`${problems.join('\n')}\n`)
  process.exitCode = 1
}
