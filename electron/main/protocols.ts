import { protocol, type Session } from 'electron'
import type { Library } from '../journal/library/library.ts'
import { answerPageRequest, answerPhotoRequest } from './answer-requests.ts'
import type { ThemedFrame } from './first-frame/take-once.ts'
import { PAGE_SCHEME, PHOTO_SCHEME } from './origin.ts'

/** Declares the privileges of our two schemes. Electron accepts this only before it is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: PHOTO_SCHEME, privileges: { standard: true, secure: true } },
  ])
}

export interface Served {
  /** The folder of the built page. */
  folder: string
  /** Resolves with the frame that the page begins with, when it is asked for the first time. */
  takeFrame: () => Promise<ThemedFrame | null>
  /** The library whose pictures are served. */
  library: () => Promise<Library>
}

/**
 * Serves the built page as `app://lanyard/…` and a trip's pictures as `trip://<trip id>/<photo id>`, and nothing else.
 */
export function serveProtocols(session: Session, { folder, takeFrame, library }: Served): void {
  session.protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(request, folder, takeFrame))
  session.protocol.handle(PHOTO_SCHEME, (request) => answerPhotoRequest(request, library))
}
