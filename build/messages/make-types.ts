import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Entry, messageTypes } from './message-types.ts'

/** Writes the types of the message catalogue, which the compiler needs before anything else is checked. */
const folder = join(import.meta.dirname, '../../electron/shared/messages')
const entries = JSON.parse(readFileSync(join(folder, 'en.json'), 'utf8')) as Record<string, Entry>
const target = join(folder, 'message-params.ts')
const types = messageTypes(entries)

let present = ''
try {
  present = readFileSync(target, 'utf8')
} catch {
  // The file does not exist before the first run.
}
// Written only where it changes, so that a watching editor or compiler stays quiet.
if (present !== types) writeFileSync(target, types)
