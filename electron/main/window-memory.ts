import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** How the window stood when it was last closed, and what else it needs to open as it was. */
export interface WindowMemory {
  x?: number
  y?: number
  width: number
  height: number
  maximized: boolean
  theme: 'system' | 'light' | 'dark' | 'venue'
  /** The languages whose spelling was chosen to be checked, as codes; `null`: nobody has chosen yet. */
  spelling: readonly string[] | null
}

export const defaultMemory: WindowMemory = {
  width: 1280,
  height: 800,
  maximized: false,
  theme: 'system',
  spelling: null,
}

/**
 * Reads at once and not in turn, for the window waits for it. It is no more than a convenience, so anything odd in the
 * file is as good as no file.
 */
export function readMemory(file: string): WindowMemory {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof read !== 'object' || read === null) return defaultMemory
    const { x, y, width, height, maximized, theme, spelling } = read as Partial<Record<keyof WindowMemory, unknown>>
    const place = isPixels(x) && isPixels(y) ? { x, y } : {}
    const size = isPixels(width) && isPixels(height) ? { width, height } : {}
    const isTheme = theme === 'light' || theme === 'dark' || theme === 'venue'
    return {
      ...defaultMemory,
      ...place,
      ...size,
      maximized: maximized === true,
      theme: isTheme ? theme : 'system',
      spelling: Array.isArray(spelling) ? spelling.filter((language) => typeof language === 'string') : null,
    }
  } catch {
    return defaultMemory
  }
}

/** Called while quitting, when nothing is waited for any more. */
export function writeMemory(file: string, memory: WindowMemory): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, JSON.stringify(memory))
  } catch {
    // The window opens in its first size then.
  }
}

/** Whether enough of a window would be in sight to take hold of it: a screen may be gone since. */
export function isInSight(
  memory: WindowMemory,
  screens: readonly { x: number; y: number; width: number; height: number }[],
): boolean {
  const { x, y, width } = memory
  if (x === undefined || y === undefined) return true
  return screens.some((screen) => {
    const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
    return across >= 100 && y >= screen.y && y <= screen.y + screen.height - 50
  })
}

function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000
}
