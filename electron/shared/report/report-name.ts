import { type Message, message } from '../messages/message.ts'
import type { Report } from '../trip.ts'

/** What a report is called: the name that was given to it, or else that of its kind. */
export function reportName({ name = '', kind = 'blog', only }: Pick<Report, 'name' | 'kind' | 'only'>): Message {
  if (name.trim() !== '') return message('report.named', { name: name.trim() })
  const { day } = only ?? {}
  return day === undefined ? message(`report.kind.${kind}`) : message('report.kind-of-day', { day: { day } })
}
