import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

/** Switches of Chromium and Electron that take away what confines the page, or let others in. */
const looseSwitches = new Set([
  'no-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
  'disable-seccomp-filter-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'allow-file-access-from-files',
  'ignore-certificate-errors',
  'enable-experimental-web-platform-features',
  'enable-blink-features',
  'enable-webview-tag',
  'node-integration-in-worker',
  'node-integration-in-sub-frames',
  'inspect',
  'js-flags',
  'proxy-server',
  'host-rules',
])

export interface ProcessOfProgram {
  id: number
  /** Whether it shows a page. */
  isRenderer: boolean
}

/**
 * Expects that every process of a running program belongs to the user, none was started with a switch that takes protection
 * away, and each that shows a page is in a sandbox. Linux only.
 *
 * @param allowed switches that the test itself needs
 */
export function expectConfined(processes: readonly ProcessOfProgram[], uid: number, allowed: string[] = []): void {
  expect(processes.filter(({ isRenderer }) => isRenderer).length).toBeGreaterThan(0)
  for (const { id, isRenderer } of processes) {
    const status = readFileSync(`/proc/${id}/status`, 'utf8')
    expect(status).toMatch(new RegExp(`^Uid:\\s+${uid}\\s`, 'm'))
    const switches = readFileSync(`/proc/${id}/cmdline`, 'utf8')
      .split('\0')
      .flatMap((argument) => /^--([\w-]+)/.exec(argument)?.[1] ?? [])
    expect(switches.filter((name) => looseSwitches.has(name) && !allowed.includes(name))).toEqual([])
    if (!isRenderer) continue
    expect(status).toMatch(/^Seccomp:\s+2$/m)
    expect(status).toMatch(/^NoNewPrivs:\s+1$/m)
  }
}
