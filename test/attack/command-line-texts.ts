import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { fileTargets } from '../support/exports.ts'
import { pathologicalTexts, shapeLengths } from '../support/pathological-texts.ts'
import { root } from '../support/programs.ts'
import { seeded } from '../torture/random.ts'
import { inDeepFolder } from './deep-folder.ts'
import { draw } from './draw.ts'
import { type AttackOrder, type AttackRow, count, emptyRow, inTime, measure } from './row.ts'
import { type Cost, isTooSlow } from './watch-blocks.ts'

/** What a command may take, in milliseconds: 5 s for a text, and its start. */
const LIMIT_MS = 7000

/** One command, with what it reads. */
interface Command {
  name: string
  args: readonly string[]
  input?: string
}

interface Run {
  code: number | null
  stderr: string
  cost: Cost
  isLate: boolean
}

const usageSchema = z.object({ userCPUTime: z.number(), systemCPUTime: z.number(), maxRSS: z.number() })

/** What a process tells of itself when it ends, to its fourth file: its time in microseconds, its memory in KB. */
const teller = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())))",
)}`

/** Every shape at every length. */
const all = pathologicalTexts.flatMap(({ name, write }) =>
  Object.values(shapeLengths).map((length) => ({ name, write, length })),
)

/**
 * Takes texts that are hard to parse through the commands of the command line: each answers or refuses in time. Returns
 * a row for each command. The hole is a program that parses without a limit.
 */
export async function attackCommandLine(order: AttackOrder): Promise<AttackRow[]> {
  const { count: texts, seed, control } = order
  const rows = new Map<string, AttackRow>()
  // Not every text is hard for a parser without limits, but this one is hopeless.
  const chosen = control ? all.filter(({ name, length }) => name === 'bullets in one line' && length > 100_000) : all
  for (const { name, write, length } of inTime(draw(chosen, texts, seeded(seed)), order)) {
    await inDeepFolder(async (folder) => {
      const text = write(length)
      await writeFile(join(folder, 'report.md'), `# A report\n\n![A picture](picture.png)\n\n${text}`)
      for (const command of control ? [withoutLimit(text)] : commandsFor(text)) {
        const row = rows.get(command.name) ?? emptyRow(`command line: ${command.name}`)
        rows.set(command.name, row)
        const run = await runCommand(command, folder)
        const problem = findProblem(run)
        const what = `${name}, ${length} characters, ended with ${run.code ?? 'nothing'}`
        count(row, problem === null ? null : `${problem} (${what})`)
        measure(row, run.cost, what)
      }
    })
  }
  // Nobody waits for the main thread of a process that does one thing.
  return [...rows.values()].map((row) => ({ ...row, longestMainBlock: null }))
}

const TITLE = 'Heavy'

function commandsFor(text: string): Command[] {
  const details = ['--title', TITLE, '--first-day', '2026-04-14', '--last-day', '2026-04-16', '--time-zone', 'UTC']
  return [
    { name: 'import', args: ['import', 'report.md'] },
    { name: 'new', args: ['new', ...details] },
    { name: 'add', args: ['add', TITLE, '--title', 'Arrival', '--day', '2026-04-14'], input: text },
    { name: 'show', args: ['show', TITLE] },
    ...fileTargets.map(({ id }) => ({
      name: `export to ${id}`,
      args: ['export', TITLE, '--to', id, '--out', `${id}-out`],
    })),
    { name: 'pack', args: ['pack', TITLE, '--out', 'packed.lanyard'] },
    { name: 'verify', args: ['verify'] },
  ]
}

/** The hole: a text of which the parser makes what it wants, for as long as it wants. */
function withoutLimit(text: string): Command {
  const code = `
    import { unified } from 'unified'
    import remarkParse from 'remark-parse'
    let text = ''
    for await (const part of process.stdin) text += part
    unified().use(remarkParse).parse(text)`
  return { name: 'a program that parses without a limit', args: ['--eval', code], input: text }
}

function runCommand({ args, input = '' }: Command, folder: string): Promise<Run> {
  const isOurs = args[0] !== '--eval'
  const program = isOurs ? [join(root, 'out', 'main', 'lanyard.js')] : ['--input-type=module']
  const own = { HOME: folder, XDG_CONFIG_HOME: join(folder, 'config'), LANYARD_LIBRARY: join(folder, 'library') }
  return new Promise((resolve, reject) => {
    const started = performance.now()
    // The hole needs the project's packages, and everything else the folder.
    const cwd = isOurs ? folder : root
    const child = spawn(process.execPath, ['--import', teller, ...program, ...args], {
      env: { ...process.env, ...own },
      cwd,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    })
    let isLate = false
    const late = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, 4 * LIMIT_MS)
    let [stderr, told] = ['', '']
    child.stdio[3]?.on('data', (part: Buffer) => (told += part.toString()))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    child.stdout.resume()
    // A process that does not read its input may end before all of it has been sent.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(late)
      const ms = performance.now() - started
      resolve({ code, stderr, cost: { ms, longestBlock: 0, ...readUsage(told, ms) }, isLate })
    })
  })
}

/** @param ms how long a process took that told nothing, because it was killed */
function readUsage(told: string, ms: number): Pick<Cost, 'work' | 'peakMemory'> {
  if (told === '') return { work: ms, peakMemory: 0 }
  const { userCPUTime, systemCPUTime, maxRSS } = usageSchema.parse(JSON.parse(told))
  return { work: (userCPUTime + systemCPUTime) / 1000, peakMemory: maxRSS * 1024 }
}

function findProblem({ code, stderr, cost, isLate }: Run): string | null {
  if (isLate) return `no answer in ${(4 * LIMIT_MS) / 1000} s`
  if (isTooSlow(cost, LIMIT_MS)) return `took ${Math.round(cost.ms)} ms, working for ${Math.round(cost.work)} ms`
  if (code === null || /^\s+at /m.test(stderr)) return `crashed: ${stderr.slice(0, 200)}`
  if (/went wrong inside/i.test(stderr)) return `said ${stderr.slice(0, 200)}`
  return null
}
