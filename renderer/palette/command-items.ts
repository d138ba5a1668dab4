import { Palette, Settings } from 'lucide-react'
import { type CommandId, commandIds, commands, type Scope } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { type Theme, themes } from '../../electron/shared/settings.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { isPossible, partOf, runCommand } from '../commands/run-command.ts'
import { askForSetting, type SettingPart, settingParts } from '../library/asked-setting.ts'
import { saveSettings } from '../library/save-settings.ts'
import { useApp } from '../state/app-state.ts'
import type { PaletteItem } from './item.ts'

/** Whether the palette offers a command: those whose key a control handles itself mean something only there. */
function isOffered(id: CommandId, isInText: boolean): boolean {
  const { scope, focus } = commands[id]
  if (id === 'palette' || focus === 'control' || focus === 'nothing') return false
  return (scope !== 'text' || isInText) && isPossible(id)
}

/** What the commands of a scope act on. */
function detailOf(scope: Scope): string {
  if (scope === 'journal') return t('palette.entry')
  return scope === 'programme' ? t('programme.session') : ''
}

/**
 * The commands that are available now.
 *
 * @param isInText whether the focus was in a text, so that formatting means its selection
 */
export function commandItems(isInText: boolean): PaletteItem[] {
  return commandIds
    .filter((id) => isOffered(id, isInText))
    .map((id) => {
      const part = partOf(id)
      const name = part?.name?.() ?? commandName(id)
      return {
        id: `command ${id}`,
        label: commands[id].asks ? t('command.asks', { command: name }) : name,
        detail: detailOf(commands[id].scope),
        icon: part?.icon ?? null,
        keys: chordsOf(id)[0],
        changedAt: '',
        run: () => void runCommand(id),
      }
    })
}

const themeItem = (id: Theme): PaletteItem => ({
  id: `theme ${id}`,
  label: t('palette.setting', { setting: t('settings.theme'), value: t(`settings.theme.${id}`) }),
  detail: t('settings.title'),
  icon: Palette,
  changedAt: '',
  run: () => saveSettings({ theme: id }),
})

/** The parts of the settings, and each theme, which takes effect at once. */
export function settingItems(): PaletteItem[] {
  const shown = useApp.getState().start.settings.theme
  return [
    ...themes.filter((id) => id !== shown).map(themeItem),
    ...(Object.keys(settingParts) as SettingPart[]).map((part) => ({
      id: `setting ${part}`,
      label: t(settingParts[part]),
      detail: t('settings.title'),
      icon: Settings,
      changedAt: '',
      run: () => {
        askForSetting(part)
        useApp.getState().openDialog('settings')
      },
    })),
  ]
}
