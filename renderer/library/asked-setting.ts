import type { PlainKey } from '../../electron/shared/messages/message.ts'

/** The parts of the settings that can be opened directly, with their names. */
export const settingParts = {
  name: 'settings.name',
  library: 'settings.library',
  exports: 'settings.exports',
  backup: 'backup.title',
  files: 'settings.files',
  'other-computers': 'settings.other-computers',
} as const satisfies Record<string, PlainKey>

export type SettingPart = keyof typeof settingParts

let asked: SettingPart | null = null

/** Lets the settings start with one of their parts when they open next. */
export function askForSetting(part: SettingPart): void {
  asked = part
}

/** The part with which the settings start; `null` for the first. It is asked for once. */
export function takeAskedSetting(): SettingPart | null {
  const part = asked
  asked = null
  return part
}
