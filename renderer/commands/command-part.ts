import type { LucideIcon } from 'lucide-react'
import type { CommandsIn, Scope } from '../../electron/shared/commands.ts'

/**
 * What a command does. Its place, name and keys are in the table that the menu bar reads as well.
 *
 * @typeParam Subject what the command acts on, if the screen shows several of them, such as one of the trips
 */
export interface CommandPart<Subject = void> {
  icon?: LucideIcon
  /** Its name in menus, if that says more than usual: "Undo moving “Lunch”". */
  name?: () => string
  /** Whether it is available now; default: whenever its scope is. */
  when?: (subject: Subject) => boolean
  run: (subject: Subject) => void | Promise<void>
}

/** What all commands of a scope do. If one is missing, it does not compile. */
export type CommandParts<S extends Scope, Subject = void> = Readonly<Record<CommandsIn<S>, CommandPart<Subject>>>
