import type { App, Session, WebContents } from 'electron'

/**
 * What no page of Lanyard may do, whatever it holds: leave for another address, open windows, put other pages inside
 * itself, ask for the camera or the place, or download. The journal's own words can be anybody's, so these doors have no
 * key at all.
 */
export function guardPages(app: App): void {
  app.on('web-contents-created', (_, contents) => guardContents(contents))
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Putting text on the clipboard is all that a page may. */
const isGranted = (permission: string) => permission === 'clipboard-sanitized-write'

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer) => answer(isGranted(permission)))
  session.setPermissionCheckHandler((_, permission) => isGranted(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}
