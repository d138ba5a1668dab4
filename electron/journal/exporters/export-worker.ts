import { serveExportTasks } from './serve-export-tasks.ts'

/* Runs in a thread of its own. */
serveExportTasks(async () => (await import('./index.ts')).exporters)
