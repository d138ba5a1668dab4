import { protocol, type Session } from 'electron'
import type { Library } from '../journal/library/library.ts'
import { answerPageRequest, answerPhotoRequest } from './answer-requests.ts'
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
  /** The library whose pictures are served. */
  library: () => Promise<Library>
}

/**
 * Serves the built page as `app://lanyard/…` and a trip's pictures as `trip://<trip id>/<photo id>`, and nothing else.
 */
export function serveProtocols(session: Session, { folder, library }: Served): void {
  session.protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(request, folder))
  session.protocol.handle(PHOTO_SCHEME, (request) => answerPhotoRequest(request, library))
}
