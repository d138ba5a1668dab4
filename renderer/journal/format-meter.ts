import { t } from '../../electron/shared/messages/translate.ts'
import type { Evening } from '../../electron/shared/programme/evening.ts'

/** How much of a day is told: "6 of 7 talks told, 2 without a sentence of yours". */
export function formatMeter({ attended, told, onlyQuoted }: Evening): string {
  return t('evening.meter', { told, count: attended.length, quoted: onlyQuoted })
}
