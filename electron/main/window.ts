import { BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import { join } from 'node:path'
import { pageAddress } from './origin.ts'
import { placeFor, type WindowMemory } from './window-memory.ts'

/** The background colour of each theme, so that the window is never white before the page is drawn. */
const paper = { light: '#fbf9f5', dark: '#1b1916', venue: '#000000' }

/** What no page may do, in any of our windows. */
export const confined = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
} as const satisfies WebPreferences

/** What our page may do in each of its windows. */
export const pagePreferences = (preload: string, isPackaged: boolean): WebPreferences => ({
  ...confined,
  preload,
  devTools: !isPackaged,
  spellcheck: true,
})

/** Creates the window, which becomes visible when its first frame is drawn. */
export function openWindow(memory: WindowMemory, preload: string, isPackaged: boolean): BrowserWindow {
  applyTheme(memory.theme)
  const first = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
  const areas = [first, ...others].map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...placeFor(memory, areas),
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Lanyard',
    ...(isPackaged && process.platform === 'linux' && { icon: join(process.resourcesPath, 'icon.png') }),
    backgroundColor: paperOf(memory.theme),
    webPreferences: pagePreferences(preload, isPackaged),
  })
  if (memory.maximized) window.maximize()
  if (memory.fullScreen) window.setFullScreen(true)
  window.once('ready-to-show', () => window.show())
  // A failure is logged elsewhere, with Chromium's number.
  void window.loadURL(pageAddress).catch(() => {})
  return window
}

/** The window's position and size, to be remembered. */
export function placeOf(window: BrowserWindow): Omit<WindowMemory, 'theme' | 'spelling' | 'graphics'> {
  return {
    ...window.getNormalBounds(),
    maximized: window.isMaximized(),
    fullScreen: window.isFullScreen(),
  }
}

/** Sets what the page sees as the system's choice of light or dark. */
export function applyTheme(theme: WindowMemory['theme']): void {
  nativeTheme.themeSource = theme === 'venue' ? 'dark' : theme
}

export const paperOf = (theme: WindowMemory['theme']): string => paper[themeOf(theme)]

/** The theme that a choice means now. */
export function themeOf(theme: WindowMemory['theme']): keyof typeof paper {
  if (theme !== 'system') return theme
  return nativeTheme.shouldUseDarkColors ? 'dark' : 'light'
}
