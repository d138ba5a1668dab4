import { serveExportTasks } from '../../electron/journal/exporters/serve-export-tasks.ts'

/* The export thread with additional targets. */
serveExportTasks(async () => (await import('./extra-targets.ts')).extraTargets)
