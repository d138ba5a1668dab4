import { spawn } from 'node:child_process'

/** Opens an address in the user's browser. If that fails, nothing happens: the address has been printed too. */
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
  // `start` is built into cmd; its first quoted argument is a window title.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', address.replaceAll('&', '^&')]
  // Without a display, xdg-open would start a text browser that occupies the terminal.
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : null
}
