import type { App, Session, WebContents } from 'electron'

/**
 * Blocks what no page of Lanyard may do: navigate to another address, open windows, embed other pages, use the camera
 * or the location, look up names, or download. A journal can contain text from anywhere, so there are no exceptions.
 */
export function guardPages(app: App): void {
  // No content security policy covers `<link rel="dns-prefetch">`, and a name that is looked up can tell something.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false')
  app.on('web-contents-created', (_, contents) => guardContents(contents))
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // Without UDP, WebRTC is left with the proxy of the session.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** The only permission that a page has is to put text on the clipboard. */
const isGranted = (permission: string) => permission === 'clipboard-sanitized-write'

export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_, permission, answer) => answer(isGranted(permission)))
  session.setPermissionCheckHandler((_, permission) => isGranted(permission))
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // Nothing of a page may use a network, and no content security policy covers WebRTC. Port 1 answers nobody.
  void session.setProxy({ mode: 'fixed_servers', proxyRules: 'socks5://127.0.0.1:1', proxyBypassRules: '<-loopback>' })
}
