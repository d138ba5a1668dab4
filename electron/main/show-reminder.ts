import { Notification } from 'electron'
import type { Reminder } from '../journal/service/context.ts'

/** Notices that are shown: without a reference, they would be collected and could not be clicked any more. */
const shown = new Set<Notification>()

/** Shows a notice of the system, always without a sound: talks are going on. */
export function showReminder({ title, body }: Reminder, onClick: () => void): void {
  if (!Notification.isSupported()) return
  const notice = new Notification({ title, body, silent: true })
  shown.add(notice)
  notice.once('click', onClick)
  notice.once('close', () => shown.delete(notice))
  notice.show()
}
