import type { ExportSummary } from '../../electron/shared/contract/exports.ts'

/**
 * Puts an export on the clipboard: programs that accept markup use the page, and all others the text.
 *
 * @returns whether the system allowed it
 */
export async function copyToClipboard({ text, html }: NonNullable<ExportSummary['clipboard']>): Promise<boolean> {
  const kinds = { 'text/plain': new Blob([text], { type: 'text/plain' }) }
  const item = html === null ? kinds : { ...kinds, 'text/html': new Blob([html], { type: 'text/html' }) }
  try {
    await navigator.clipboard.write([new ClipboardItem(item)])
    return true
  } catch {
    return false
  }
}
