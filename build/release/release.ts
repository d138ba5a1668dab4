import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { readSection, releaseSection } from './changelog.ts'
import { checkVersion } from './version.ts'

/*
 * `npm run release -- 0.2.0`: everything that makes a release, in the folder that it is called in. It looks whether all
 * is as it should be and runs every test; raises the version, dates the changelog, commits, tags and pushes. Then
 * .github/workflows/release.yml builds it for each system and drafts the release, which somebody reads and publishes.
 *
 * With `--no-push` nothing leaves this computer. Where anything is refused, nothing has been changed.
 */

const say = (sentence: string) => process.stdout.write(`${sentence}\n`)

/** Where npm is not a program but a script, as on Windows, a shell has to find it. */
const shell = process.platform === 'win32'

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim()
const npm = (...args: string[]) => execFileSync('npm', args, { stdio: 'inherit', shell })

class Refused extends Error {}

function refuseUnless(isGood: boolean, sentence: string): void {
  if (!isGood) throw new Refused(sentence)
}

/** Takes the value of what is good; ends with the sentence of what is not. */
function take<T>(result: { ok: true; value: T } | { ok: false; error: { message: string } }): T {
  if (!result.ok) throw new Refused(result.error.message)
  return result.value
}

function release(wanted: string, push: boolean): void {
  const { version: current } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const version = take(checkVersion(wanted, current))
  const tag = `v${version}`
  const day = new Date().toISOString().slice(0, 10)
  const changelog = take(releaseSection(readFileSync('CHANGELOG.md', 'utf8'), version, day))

  const branch = git('branch', '--show-current')
  refuseUnless(branch === 'main', `Releases are made from main, and this is ${branch || 'no branch'}.`)
  refuseUnless(git('status', '--porcelain') === '', 'There are changes that are not committed. Commit them first.')
  refuseUnless(git('tag', '--list', tag) === '', `${tag} is there already.`)
  const remote = git('remote').split('\n')[0] ?? ''
  if (push && remote !== '') {
    git('fetch', '--quiet', remote, 'main')
    refuseUnless(
      git('rev-list', '--count', 'HEAD..FETCH_HEAD') === '0',
      `${remote} has commits that are not here. Take them over first.`,
    )
  }

  say(`Everything is tested before ${version} is made.`)
  npm('test')
  refuseUnless(git('status', '--porcelain') === '', 'The tests have left something behind. Look at git status.')

  npm('version', version, '--no-git-tag-version', '--allow-same-version', '--silent')
  writeFileSync('CHANGELOG.md', changelog)
  git('add', 'package.json', 'package-lock.json', 'CHANGELOG.md')
  git('commit', '--quiet', '--message', `release: Lanyard ${version}.`)
  git('tag', '--annotate', tag, '--cleanup=verbatim', '--message', notes(changelog, version))
  say(`${tag} is made.`)

  if (push && remote !== '') {
    git('push', '--quiet', '--atomic', remote, 'main', tag)
    say(`It is on its way: ${remote} builds it and drafts the release. Read the draft, then publish it.`)
  } else {
    say(`Nothing was pushed. When you want to: git push --atomic ${remote || 'origin'} main ${tag}`)
  }
}

/** What the tag says. Changelogs have headings, which git would take for comments if it cleaned the text up. */
function notes(changelog: string, version: string): string {
  return `Lanyard ${version}\n\n${readSection(changelog, version) ?? ''}\n`
}

try {
  const args = process.argv.slice(2)
  release(args.find((arg) => !arg.startsWith('-')) ?? '', !args.includes('--no-push'))
} catch (error) {
  process.stderr.write(`${error instanceof Refused ? error.message : String(error)}\n`)
  process.exitCode = 1
}
