import { underLock } from '../../electron/journal/disk/write-lock.ts'
import { nodeFileSystem } from '../../electron/journal/disk/file-system.ts'

// Runs as a separate process, and holds the lock of a folder until it is killed.
const [folder = ''] = process.argv.slice(2)
await underLock(folder, nodeFileSystem, async () => {
  process.stdout.write('held\n')
  await new Promise((resolve) => setTimeout(resolve, 60_000))
})
