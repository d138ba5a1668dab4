import process from 'node:process'

/*
 * The start of an installed Lanyard: `lanyard` opens the window, and `lanyard trips` is a command. In a checkout, each has a
 * program of its own. Here one program is both, because it must not run as plain Node: then it would run any script.
 */

// Behind a lone `--`, Chromium takes no value for one of its switches. It means nothing to us.
if (process.argv[1] === '--') process.argv.splice(1, 1)
const args = process.argv.slice(1)

/** A command is a plain word. What the system passes, a file or a switch of Chromium, always has other characters in it. */
const isCommand = /^(?:[a-z][a-z-]*|--help|--version)$/.test(args[0] ?? '')

if (isCommand) {
  const { run } = await import('./cli/run.ts')
  const { printForCommand } = await import('./main/print-for-command.ts')
  // The reader of a pipe may have enough and close it (`lanyard trips | head -1`), which is not an error.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  // Electron goes on when this module is done, and opens a screen, which a terminal may not have. A command that prints
  // needs it; the others end the process here.
  await new Promise<void>((goOn) => {
    void run(args, hasScreen() ? printForCommand(goOn) : null).then(async (code) => {
      // What is still being written to a pipe is waited for.
      await Promise.all([process.stdout, process.stderr].map(written))
      process.exit(code)
    })
  })
} else await openWindow()

async function openWindow(): Promise<void> {
  if (hasScreen()) return void (await import('./main/index.ts'))
  // Electron itself would crash otherwise.
  const { chooseLanguage } = await import('./shared/messages/languages.ts')
  const { speak, t } = await import('./shared/messages/translate.ts')
  await speak(chooseLanguage(process.env['LANYARD_LANGUAGE']))
  process.stderr.write(`${t('cli.no-screen')}\n`)
  process.exit(1)
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY'])
}

function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve())
  })
}
