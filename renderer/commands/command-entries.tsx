import type { ReactElement } from 'react'
import { type CommandId, commands, type CommandsIn } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { IconButton } from '../components/icon-button.tsx'
import type { MenuEntry } from '../components/menu.tsx'
import { useReadOnly } from '../state/read-only.ts'
import { useTripReadOnly } from '../state/trip-read-only.ts'
import { chordsOf } from './command-keys.ts'
import type { CommandPart } from './command-part.ts'
import { runCommand } from './run-command.ts'
import { windowCommands } from './window-commands.ts'

/** The name of a command. */
export const commandName = (id: CommandId): string => t(`command.${id}`)

/** The name of a command in a menu. */
const nameInMenu = (id: CommandId): string =>
  commands[id].asks ? t('command.asks', { command: commandName(id) }) : commandName(id)

/** Returns a function that says whether a command is disabled because what it changes is read-only. */
function useIsOff(): (id: CommandId) => boolean {
  const library = useReadOnly()
  const trip = useTripReadOnly()
  return (id) => {
    const { changes } = commands[id]
    return changes === 'library' ? library : changes === 'trip' && trip
  }
}

type Parts<Id extends CommandId, Subject> = Readonly<Record<Id, CommandPart<Subject>>>

/**
 * Commands as entries of a menu.
 *
 * @param ids in the order of the menu, with a `line` between groups
 * @param subject what the commands act on
 */
export function useMenuEntries<Id extends CommandId, Subject>(
  parts: Parts<Id, Subject>,
  ids: readonly (Id | 'line')[],
  subject: Subject,
): MenuEntry[] {
  const isOff = useIsOff()
  return ids.map((id, index) => {
    if (id === 'line') return { id: `line ${index}`, separator: true }
    const part = parts[id]
    return {
      id,
      label: part.name?.() ?? nameInMenu(id),
      icon: part.icon && <part.icon aria-hidden />,
      keys: chordsOf(id)[0],
      isDanger: commands[id].removes === true,
      isDisabled: isOff(id) || part.when?.(subject) === false,
      onAction: () => void part.run(subject),
    }
  })
}

/** An icon button for a command, with its name and shortcut in the tooltip. */
export function CommandButton({ command }: { command: CommandsIn<'window'> }): ReactElement {
  const isOff = useIsOff()
  const { icon: Icon } = windowCommands[command]
  return (
    <IconButton
      label={commandName(command)}
      keys={chordsOf(command)[0]}
      icon={Icon && <Icon aria-hidden />}
      isDisabled={isOff(command)}
      onPress={() => void runCommand(command)}
    />
  )
}
