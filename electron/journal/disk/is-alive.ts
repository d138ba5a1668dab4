/** Whether a process of this computer bears this number. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process answers with EPERM: it lives.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
