import type { TaskHandlers } from '../worker/protocol.ts'
import { serveTasks } from '../worker/serve-tasks.ts'
import type { Exporter } from './exporter.ts'
import type { ExportTasks } from './export-tasks.ts'

/** Makes this thread compose and export reports. The code is loaded with the first task. */
export function serveExportTasks(loadExporters: () => Promise<readonly Exporter[]>): void {
  let loaded: Promise<TaskHandlers<ExportTasks>> | null = null
  const load = async () => {
    const [{ createExportTasks }, exporters] = await Promise.all([import('./export-tasks.ts'), loadExporters()])
    return createExportTasks(exporters)
  }
  const handlers = () => (loaded ??= load())
  serveTasks<ExportTasks>({
    'report.compose': async () => (await handlers())['report.compose'],
    'export.begin': async () => (await handlers())['export.begin'],
    'export.write': async () => (await handlers())['export.write'],
    'export.check': async () => (await handlers())['export.check'],
    'site.merge': async () => (await handlers())['site.merge'],
    'export.end': async () => (await handlers())['export.end'],
    'texts.pictures': async () => (await handlers())['texts.pictures'],
    'picture.fingerprint': async () => (await handlers())['picture.fingerprint'],
  })
}
