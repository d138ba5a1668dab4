import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '../../support/programs.ts'

/* `npm run release` in a temporary repository with a remote. */

let folder: string
let here: string
let origin: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lanyard-release-'))
  origin = join(folder, 'origin.git')
  here = join(folder, 'here')
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin])
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', here])
  git('config', 'user.name', 'Somebody')
  git('config', 'user.email', 'somebody@example.com')
  git('config', 'commit.gpgsign', 'false')
  git('config', 'tag.gpgsign', 'false')
  git('remote', 'add', 'origin', origin)
  const manifest = { name: 'lantern', version: '0.1.0', private: true, scripts: { test: 'node test.js' } }
  await write('package.json', `${JSON.stringify(manifest, null, 2)}\n`)
  await write(
    'package-lock.json',
    '{"name":"lantern","version":"0.1.0","lockfileVersion":3,"packages":{"":{"version":"0.1.0"}}}\n',
  )
  await write('CHANGELOG.md', '# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A lantern.\n')
  await write('test.js', '')
  commit()
  git('push', '--quiet', 'origin', 'main')
})
afterEach(() => rm(folder, { recursive: true }))

const git = (...args: string[]) => execFileSync('git', args, { cwd: here, encoding: 'utf8' }).trim()
const write = (name: string, text: string) => writeFile(join(here, name), text)
const read = (name: string) => readFile(join(here, name), 'utf8')

function commit(): void {
  git('add', '.')
  git('commit', '--quiet', '--message', 'lantern: It shines.')
}

function release(...args: string[]): Promise<{ code: number; said: string }> {
  const program = join(root, 'build', 'release', 'release.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd: here }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr })
    })
  })
}

/** The state that a refusal must leave unchanged. */
const state = async () => [
  git('rev-parse', 'HEAD'),
  git('status', '--porcelain'),
  git('tag', '--list'),
  await read('package.json'),
  await read('CHANGELOG.md'),
]

test('a release raises the version, dates the changelog, copies its section into the tag, and pushes both', async () => {
  const { code, said } = await release('0.2.0')
  expect(said).toContain('Tagged v0.2.0.')
  expect(code).toBe(0)
  expect(JSON.parse(await read('package.json'))).toMatchObject({ version: '0.2.0' })
  expect(JSON.parse(await read('package-lock.json'))).toMatchObject({ version: '0.2.0' })
  const day = new Date().toISOString().slice(0, 4)
  expect(await read('CHANGELOG.md')).toMatch(
    new RegExp(
      `^# Changelog\n\n## \\[Unreleased\\]\n\n## \\[0\\.2\\.0\\] - ${day}-\\d\\d-\\d\\d\n\n### Added\n\n- A lantern\\.\n$`,
    ),
  )
  expect(git('log', '-1', '--format=%s')).toBe('release: Lanyard 0.2.0')
  expect(git('tag', '--list', '--format=%(contents)', 'v0.2.0')).toBe('Lanyard 0.2.0\n\n### Added\n\n- A lantern.')
  expect(git('status', '--porcelain')).toBe('')
  const pushed = execFileSync('git', ['rev-parse', 'main', 'v0.2.0^{commit}'], { cwd: origin, encoding: 'utf8' })
  expect(new Set(pushed.trim().split('\n'))).toEqual(new Set([git('rev-parse', 'HEAD')]))
})

test('a release with --no-push stays on this computer, and the first release may keep its version', async () => {
  const { code, said } = await release('0.1.0', '--no-push')
  expect(code).toBe(0)
  expect(said).toContain('git push --atomic origin main v0.1.0')
  expect(git('tag', '--list')).toBe('v0.1.0')
  expect(execFileSync('git', ['tag', '--list'], { cwd: origin, encoding: 'utf8' })).toBe('')
})

test.each<[string, string, () => unknown]>([
  [
    'tests fail',
    '',
    () =>
      write('test.js', 'process.exit(1)')
        .then(commit)
        .then(() => git('push', '--quiet', 'origin', 'main')),
  ],
  ['there are uncommitted changes', 'uncommitted', () => write('test.js', 'let light')],
  ['another branch is checked out', 'made from main', () => git('switch', '--quiet', '--create', 'dusk')],
  ['the tag exists', 'already exists', () => git('tag', 'v0.2.0')],
  ['the changelog describes no changes', 'is empty', () => write('CHANGELOG.md', '## [Unreleased]\n').then(commit)],
])('a release is refused and changes nothing when %s', async (_, sentence, prepare) => {
  await prepare()
  const before = await state()
  const { code, said } = await release('0.2.0')
  expect(code).toBe(1)
  expect(said).toContain(sentence)
  expect(await state()).toEqual(before)
})

test('a release is refused and changes nothing when the remote is ahead', async () => {
  const other = join(folder, 'other')
  execFileSync('git', ['clone', '--quiet', origin, other])
  const commitThere = ['-c', 'user.name=Other', '-c', 'user.email=other@example.com', 'commit', '--quiet']
  execFileSync('git', [...commitThere, '--allow-empty', '--message', 'lantern: It glows.'], { cwd: other })
  execFileSync('git', ['push', '--quiet', 'origin', 'main'], { cwd: other })
  const before = await state()
  const { code, said } = await release('0.2.0')
  expect(code).toBe(1)
  expect(said).toContain('commits that are not here')
  expect(await state()).toEqual(before)
})

test.each(['', '0.2', 'v0.2.0', '0.0.9'])(
  'a release is refused when "%s" cannot be the next version',
  async (version) => {
    const before = await state()
    expect((await release(version)).code).toBe(1)
    expect(await state()).toEqual(before)
  },
)
