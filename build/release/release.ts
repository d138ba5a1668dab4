import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { changelogProblem, dateUnreleased, readSection } from './changelog.ts'
import { versionProblem } from './version.ts'

/*
 * `npm run release -- 0.2.0` makes a release of the project in the current folder. It checks that everything is in order
 * and runs all tests; then it raises the version, dates the changelog, commits, tags and pushes. After that,
 * .github/workflows/release.yml builds the packages and drafts the release, for somebody to read and publish.
 *
 * With `--no-push` nothing leaves this computer. If anything is refused, nothing has been changed.
 *
 * release-it would do most of this. But it brings 160 packages (38 MB) to every `npm ci`, for a command that runs a few
 * times a year, and needs a newer Node than the oldest that we support.
 */

const print = (sentence: string) => process.stdout.write(`${sentence}\n`)

/** npm is a script on Windows, which only a shell can start. */
const shell = process.platform === 'win32'

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
const npm = (...args: string[]) => execFileSync('npm', args, { stdio: 'inherit', shell })

class Refusal extends Error {}

function refuseIf(problem: string | null): void {
  if (problem !== null) throw new Refusal(problem)
}

function refuseUnless(isGood: boolean, problem: string): void {
  refuseIf(isGood ? null : problem)
}

function release(version: string, push: boolean): void {
  const { version: current } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const changelog = readFileSync('CHANGELOG.md', 'utf8')
  refuseIf(versionProblem(version, current))
  refuseIf(changelogProblem(changelog, version))

  const tag = `v${version}`
  const branch = git('branch', '--show-current')
  refuseUnless(branch === 'main', `Releases are made from main, and this is ${branch || 'no branch'}.`)
  refuseUnless(git('status', '--porcelain') === '', 'There are uncommitted changes. Commit them first.')
  refuseUnless(git('tag', '--list', tag) === '', `The tag ${tag} already exists.`)
  const remote = git('remote').split('\n')[0] ?? ''
  if (push && remote !== '') {
    git('fetch', '--quiet', remote, 'main')
    const isBehind = git('rev-list', '--count', 'HEAD..FETCH_HEAD') !== '0'
    refuseUnless(!isBehind, `${remote} has commits that are not here. Pull them first.`)
  }

  print(`Running all tests before the release of ${version}.`)
  npm('test')
  refuseUnless(git('status', '--porcelain') === '', 'The tests left files behind. Look at git status.')

  const dated = dateUnreleased(changelog, version, new Date().toISOString().slice(0, 10))
  npm('version', version, '--no-git-tag-version', '--allow-same-version', '--silent')
  writeFileSync('CHANGELOG.md', dated)
  git('add', 'package.json', 'package-lock.json', 'CHANGELOG.md')
  git('commit', '--quiet', '--message', `release: Lanyard ${version}`)
  // Verbatim, because git would otherwise drop the changelog's headings as comments.
  const message = `Lanyard ${version}\n\n${readSection(dated, version) ?? ''}\n`
  git('tag', '--annotate', tag, '--cleanup=verbatim', '--message', message)
  print(`Tagged ${tag}.`)

  if (push && remote !== '') {
    git('push', '--quiet', '--atomic', remote, 'main', tag)
    print(`Pushed. ${remote} now builds the packages and drafts the release. Read the draft, then publish it.`)
  } else {
    print(`Nothing was pushed. To do so: git push --atomic ${remote || 'origin'} main ${tag}`)
  }
}

try {
  const args = process.argv.slice(2)
  release(args.find((arg) => !arg.startsWith('-')) ?? '', !args.includes('--no-push'))
} catch (error) {
  process.stderr.write(`${error instanceof Refusal ? error.message : String(error)}\n`)
  process.exitCode = 1
}
