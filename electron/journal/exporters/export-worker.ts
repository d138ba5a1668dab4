import { serveExportTasks } from './serve-export-tasks.ts'

/* The entry point of the worker thread. */
serveExportTasks(async () => (await import('./index.ts')).exporters)
