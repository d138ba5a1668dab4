import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Graphics } from '../shared/problem.ts'

/** The window's last position, and other state that it needs at the next start. */
export interface WindowMemory {
  x?: number
  y?: number
  width: number
  height: number
  maximized: boolean
  fullScreen: boolean
  theme: 'system' | 'light' | 'dark' | 'venue'
  /** The languages chosen for the spelling checker, as codes; `null` if no choice has been made. */
  spelling: readonly string[] | null
  /** What renders the window: the graphics card, or the processor if the card's driver does not work. */
  graphics: Graphics
}

export const defaultMemory: WindowMemory = {
  width: 1280,
  height: 800,
  maximized: false,
  fullScreen: false,
  theme: 'system',
  spelling: null,
  graphics: 'hardware',
}

/**
 * Reads the file synchronously, because the window waits for it. The memory is only a convenience, so an invalid file
 * is ignored.
 */
export function readMemory(file: string): WindowMemory {
  try {
    // Anything that is not a regular file could keep the window waiting forever.
    if (!statSync(file).isFile()) return defaultMemory
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof read !== 'object' || read === null) return defaultMemory
    const found = read as Partial<Record<keyof WindowMemory, unknown>>
    const { x, y, width, height, theme, spelling } = found
    const place = isPixels(x) && isPixels(y) ? { x, y } : {}
    const size = isPixels(width) && isPixels(height) ? { width, height } : {}
    const isTheme = theme === 'light' || theme === 'dark' || theme === 'venue'
    return {
      ...defaultMemory,
      ...place,
      ...size,
      maximized: found.maximized === true,
      fullScreen: found.fullScreen === true,
      theme: isTheme ? theme : 'system',
      spelling: Array.isArray(spelling) ? spelling.filter((language) => typeof language === 'string') : null,
      graphics: found.graphics === 'software' ? 'software' : 'hardware',
    }
  } catch {
    return defaultMemory
  }
}

/** Writes synchronously: it is called while quitting, when promises are no longer awaited. */
export function writeMemory(file: string, memory: WindowMemory): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    // Replaced with a new file, so that its permissions are ours, and so that nothing else with that name is written
    // to.
    const temporary = `${file}.${process.pid}.tmp`
    rmSync(temporary, { force: true })
    writeFileSync(temporary, JSON.stringify(memory), { mode: 0o600, flag: 'wx' })
    renameSync(temporary, file)
  } catch {
    // Without the file, the window opens at its default size.
  }
}

/** An area of the desktop in pixels: a screen without its bars, or a window. */
export interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** How much of a window's upper edge must be on a screen for the window to be draggable, in pixels. */
const HOLD = { width: 100, height: 50 }

/**
 * The window's position and size at the start: as they were, but no larger than a screen, and only if enough of the
 * window is visible to drag it. A screen may have been disconnected or replaced since.
 *
 * @param screens the primary screen first
 */
export function placeFor(
  { x, y, width, height }: Pick<WindowMemory, 'x' | 'y' | 'width' | 'height'>,
  screens: readonly Area[],
): Partial<Pick<Area, 'x' | 'y'>> & Pick<Area, 'width' | 'height'> {
  const held = x === undefined || y === undefined ? undefined : screens.find((screen) => isInSight(x, y, width, screen))
  // A window across two screens may be larger than either; one whose screen is missing is fitted to the first.
  const room = held === undefined ? (screens[0] ?? { width, height }) : spanOf(screens)
  const size = { width: Math.min(width, room.width), height: Math.min(height, room.height) }
  return held === undefined ? size : { ...(x !== undefined && y !== undefined && { x, y }), ...size }
}

function isInSight(x: number, y: number, width: number, screen: Area): boolean {
  const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x)
  return across >= HOLD.width && y >= screen.y && y <= screen.y + screen.height - HOLD.height
}

const span = (starts: number[], ends: number[]) => Math.max(...ends) - Math.min(...starts)

function spanOf(screens: readonly Area[]): Pick<Area, 'width' | 'height'> {
  return {
    width: span(
      screens.map(({ x }) => x),
      screens.map(({ x, width }) => x + width),
    ),
    height: span(
      screens.map(({ y }) => y),
      screens.map(({ y, height }) => y + height),
    ),
  }
}

function isPixels(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000
}
