import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { version } from '../../package.json'
import { documentsPath } from '../journal/documents-path.ts'
import { createEngine } from '../journal/engine.ts'
import { settingsPath } from '../journal/settings-path.ts'
import { filesNamed } from '../journal/start-arguments.ts'
import { fillWithSample, readStartOptions } from '../journal/start-options.ts'
import { chooseLanguage } from '../shared/messages/languages.ts'
import { speak, t } from '../shared/messages/translate.ts'
import { openInBrowser } from './open-in-browser.ts'
import { startWebServer, type WebServer } from './server.ts'

/** How long the open pages get to send unsaved text, in milliseconds. */
const FLUSH_MS = 5_000

await speak(chooseLanguage(process.env['LANYARD_LANGUAGE']))

const settingsFile = settingsPath(process.env, process.platform, homedir())
const options = readStartOptions(process.argv.slice(2), process.env, dirname(settingsFile))
const print = (line: string) => process.stdout.write(`${line}\n`)

/** Called when a page reports that it has saved what it could. */
let flushed = () => {}

const engine = await createEngine({
  settingsFile,
  documents: documentsPath(process.env, process.platform, homedir()),
  version,
  shell: { kind: 'browser', chooseFolder: null, showInFolder: null, openLink: null },
  onFlushed: () => flushed(),
  ...(options.library !== undefined && { library: options.library }),
  ...(options.now !== undefined && { now: options.now }),
})
if (options.sample) await fillWithSample(engine)
engine.openedFiles.add(filesNamed(process.argv.slice(2), process.cwd()))

const server = await startWebServer({
  engine,
  page: join(import.meta.dirname, '..', 'renderer'),
  port: options.port,
  onError: (error, channel) => process.stderr.write(`${channel}: ${String(error)}\n`),
})
/** Each address works once, so there is always another one. */
const inviteAgain = () => print(t('web.open-again', { address: server.invite(inviteAgain) }))
print(t('web.open', { address: server.invite(inviteAgain) }))
print(t('web.local'))

/** Removes the file that leads a browser here. */
let removeFile = async () => {}
if (options.open) {
  const address = server.invite(() => void removeFile())
  const place = { platform: process.platform, env: process.env, home: homedir(), temporary: tmpdir() }
  removeFile = (await openInBrowser(address, place)) ?? removeFile
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(server))

/** Ends the program once each open page has saved its text. */
async function end(running: WebServer): Promise<void> {
  let waiting = running.streams.size()
  if (waiting > 0) {
    const all = new Promise<void>((resolve) => {
      flushed = () => {
        if (--waiting === 0) resolve()
      }
    })
    running.streams.send('app.flush', {})
    await Promise.race([all, new Promise((resolve) => setTimeout(resolve, FLUSH_MS))])
  }
  await running.close()
  await removeFile()
  await engine.close()
  // A thread that is stuck on a dead network drive would keep this process alive.
  if (engine.isStuck()) process.kill(process.pid, 'SIGKILL')
  process.exit(0)
}
