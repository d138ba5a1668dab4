import { addEntry } from '../../electron/journal/edits/add-entry.ts'
import { newEntry } from '../../electron/shared/entries/new-entry.ts'
import { openLibrary } from '../../electron/journal/sync/open-library.ts'
import { render } from '../../electron/shared/messages/translate.ts'

// Runs as a separate process. On a signal, it adds a number of entries to a trip, one after the other.
const [folder = '', tripId = '', name = '', count = '0'] = process.argv.slice(2)
const library = openLibrary({ folder })
const opened = await library.open(tripId)
if (!opened.ok) throw new Error(render(opened.error))
process.stdout.write('ready\n')
await new Promise((resolve) => process.stdin.once('data', resolve))
for (let index = 0; index < Number(count); index++) {
  const entry = { ...newEntry('note', '2026-04-14', null), text: `${name} ${index}` }
  const saved = await library.update(tripId, (trip) => addEntry(trip, entry))
  if (!saved.ok) throw new Error(render(saved.error))
}
await library.close()
process.stdin.destroy()
