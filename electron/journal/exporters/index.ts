import type { Exporter } from './exporter.ts'
import { htmlFile } from './html/html-file.ts'
import { markdownFolder } from './markdown/markdown-folder.ts'
import { plainText } from './text/plain-text.ts'

/** Every target that there is, in the order in which it is offered. */
export const exporters: readonly Exporter[] = [markdownFolder, htmlFile, plainText]

export function findExporter(id: string): Exporter | undefined {
  return exporters.find((exporter) => exporter.id === id)
}
