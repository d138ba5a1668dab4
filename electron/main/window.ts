import { BrowserWindow, nativeTheme, screen } from 'electron'
import { join } from 'node:path'
import { pageAddress } from './origin.ts'
import { isInSight, type WindowMemory } from './window-memory.ts'

/** The colour of the paper in each theme, so that the window is never white before the page is there. */
const paper = { light: '#fbf9f5', dark: '#1b1916', venue: '#000000' }

/** Makes the one window; it shows itself with its first picture. */
export function openWindow(memory: WindowMemory, preload: string, isPackaged: boolean): BrowserWindow {
  applyTheme(memory.theme)
  const areas = screen.getAllDisplays().map((display) => display.workArea)
  const { x, y } = memory
  const window = new BrowserWindow({
    ...(x !== undefined && y !== undefined && isInSight(memory, areas) && { x, y }),
    width: memory.width,
    height: memory.height,
    minWidth: 480,
    minHeight: 400,
    show: false,
    title: 'Lanyard',
    ...(isPackaged && process.platform === 'linux' && { icon: join(process.resourcesPath, 'icon.png') }),
    backgroundColor: paperOf(memory.theme),
    webPreferences: {
      preload,
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
      devTools: !isPackaged,
      spellcheck: true,
    },
  })
  if (memory.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  void window.loadURL(pageAddress)
  return window
}

/** Where a window stands, to be remembered. */
export function placeOf(window: BrowserWindow): Pick<WindowMemory, 'x' | 'y' | 'width' | 'height' | 'maximized'> {
  return { ...window.getNormalBounds(), maximized: window.isMaximized() }
}

/** Sets what the page sees as the system's choice of light or dark. */
export function applyTheme(theme: WindowMemory['theme']): void {
  nativeTheme.themeSource = theme === 'venue' ? 'dark' : theme
}

export function paperOf(theme: WindowMemory['theme']): string {
  if (theme === 'system') return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light
  return paper[theme]
}
