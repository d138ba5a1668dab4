import { spawn } from 'node:child_process'

/** Opens an address in the user's browser. Where there is none, nothing happens: the address has been printed too. */
export function openInBrowser(address: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): void {
  const command = openCommand(address, platform, env)
  if (command === null) return
  const [program, ...args] = command
  const child = spawn(program, args, { detached: true, stdio: 'ignore' })
  child.on('error', () => {})
  child.unref()
}

function openCommand(address: string, platform: NodeJS.Platform, env: NodeJS.ProcessEnv): [string, ...string[]] | null {
  if (platform === 'darwin') return ['open', address]
  // `start` is a word of cmd alone; the empty text is the title of a window that it does not open.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', address.replaceAll('&', '^&')]
  // Without a screen xdg-open finds a browser for the terminal, which would take the terminal over.
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : null
}
