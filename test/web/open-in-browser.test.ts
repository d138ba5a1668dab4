import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openInBrowser } from '../../electron/web/open-in-browser.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const address = 'http://127.0.0.1:40689/#dGhlLXRpY2tldC10aGF0LW9wZW5z'

/** A `xdg-open` that writes down how it was called. */
async function place() {
  const folder = await temporaryFolder()
  const [home, temporary, bin] = [join(folder, 'home'), join(folder, 'tmp'), join(folder, 'bin')]
  for (const path of [home, temporary, bin]) await mkdir(path)
  const calls = join(folder, 'calls')
  await writeFile(
    join(bin, 'xdg-open'),
    `#!/bin/sh\ntr '\\0' '\\n' </proc/$$/cmdline >'${calls}.new' && mv '${calls}.new' '${calls}'\n`,
    {
      mode: 0o755,
    },
  )
  const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, DISPLAY: ':7' }
  const called = async () => (await readFile(calls, 'utf8').catch(() => '')).split('\n').filter(Boolean)
  return { options: { platform: 'linux' as const, env, home, temporary }, called }
}

test.skipIf(process.platform !== 'linux')(
  'the browser is given a file that only its owner can read, and no argument contains the address',
  async () => {
    const { options, called } = await place()
    const remove = await openInBrowser(address, options)
    await expect.poll(called).not.toEqual([])
    const args = await called()
    expect(args.join(' ')).not.toMatch(/127\.0\.0\.1|dGhlLXRpY2tldC/)
    const file = args.at(-1) ?? ''
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await readFile(file, 'utf8')).toContain(`content="0; url=${address}"`)
    await remove?.()
    expect(await readdir(options.temporary)).toEqual([])
  },
)

test.skipIf(process.platform !== 'linux')('a browser from a snap gets a file that it can read', async () => {
  const { options, called } = await place()
  await mkdir(join(options.home, 'snap'))
  const remove = await openInBrowser(address, options)
  await expect.poll(called).not.toEqual([])
  expect((await called()).at(-1)).toMatch(new RegExp(`^${options.home}/lanyard-[^/]+/open-lanyard\\.html$`))
  await remove?.()
  expect(await readdir(options.home)).toEqual(['snap'])
})

test.skipIf(process.platform !== 'linux')('no file is left if there is no screen or no program for it', async () => {
  const { options } = await place()
  expect(await openInBrowser(address, { ...options, env: {} })).toBe(null)
  expect(await readdir(options.temporary)).toEqual([])
  await openInBrowser(address, { ...options, env: { PATH: '/nowhere', DISPLAY: ':7' } })
  await expect.poll(() => readdir(options.temporary)).toEqual([])
})
