import type { LucideIcon } from 'lucide-react'
import type { CommandsIn, Scope } from '../../electron/shared/commands.ts'

/**
 * What a command does. Its place, its name and its keys are in the table that the menu bar reads as well.
 *
 * @typeParam Subject what it is about, where the screen shows several of them, such as one of the trips
 */
export interface CommandPart<Subject = void> {
  icon?: LucideIcon
  /** Whether it makes sense now; left out: whenever its scope is there. */
  when?: (subject: Subject) => boolean
  run: (subject: Subject) => void | Promise<void>
}

/** What all commands of a scope do. If one is missing, it does not compile. */
export type CommandParts<S extends Scope, Subject = void> = Readonly<Record<CommandsIn<S>, CommandPart<Subject>>>
