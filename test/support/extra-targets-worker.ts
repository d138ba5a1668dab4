import { serveExportTasks } from '../../electron/journal/exporters/serve-export-tasks.ts'

/* The thread of Lanyard's own exports, with more targets. */
serveExportTasks(async () => (await import('./extra-targets.ts')).extraTargets)
