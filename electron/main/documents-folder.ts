import { app } from 'electron'
import { documentsPath } from '../journal/documents-path.ts'

/**
 * The user's documents. On Linux, found the way the other shells find them, so that all open the same library; elsewhere
 * Electron knows better.
 */
export function documentsFolder(): string {
  if (process.platform !== 'linux') return app.getPath('documents')
  return documentsPath(process.env, process.platform, app.getPath('home'))
}
