import process from 'node:process'

/*
 * What an installed Lanyard starts with. `lanyard` opens the window and `lanyard trips` is a command, as in a checkout,
 * where each has a program of its own. Here one program is both: it cannot be run as a plain Node, for then everybody's
 * scripts could be run in its name.
 */

const args = process.argv.slice(1)

/** A command is a plain word. What the system passes, a file or a flag of Chromium's, always has other signs in it. */
const isCommand = /^(?:[a-z][a-z-]*|--help|--version)$/.test(args[0] ?? '')

if (isCommand) {
  const { run } = await import('./cli/run.ts')
  // Whoever reads along may have seen enough and gone (`lanyard trips | head -1`): no reason to complain.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const code = await run(args)
  // Electron goes on to open a screen, of which a terminal need not have one, unless the process ends here. What is
  // still being written to a pipe would be cut off, so that is waited for.
  await Promise.all([process.stdout, process.stderr].map(written))
  process.exit(code)
}

if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
  // Electron itself would end with a fault of its memory.
  process.stderr.write('There is no screen here for a window. "lanyard help" shows what Lanyard does without one.\n')
  process.exit(1)
}

await import('./main/index.ts')

function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve())
  })
}
