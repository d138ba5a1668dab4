import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Finds what the compiler cannot: messages that nothing uses, and keys out of order (sorted, two branches that add messages
 * rarely meet in one line). Prints each and exits with 1 where there is any.
 */
const root = join(import.meta.dirname, '../..')
const keys = Object.keys(
  JSON.parse(readFileSync(join(root, 'electron/shared/messages/en.json'), 'utf8')) as Record<string, unknown>,
)

const sources = ['electron', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('message-params.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8')),
)
const code = sources.join('\n')
const strings = new Set([...code.matchAll(/['"`]([a-z][\w.-]*)['"`]/g)].map(([, name]) => name))
const beginnings = new Set([...code.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)].flatMap(([, name]) => name ?? []))
// Failures are named by their codes alone, and the template that completes them names none in particular.
beginnings.delete('failure.')

const isUsed = (key: string) =>
  strings.has(key) ||
  (key.startsWith('failure.') && strings.has(key.slice('failure.'.length))) ||
  [...beginnings].some((beginning) => key.startsWith(beginning))

const problems = [
  ...keys.filter((key) => !isUsed(key)).map((key) => `${key} is used nowhere`),
  ...keys.filter((key, index) => key < (keys[index - 1] ?? '')).map((key) => `${key} is out of order`),
]
for (const problem of problems) process.stderr.write(`en.json: ${problem}\n`)
if (problems.length > 0) process.exitCode = 1
