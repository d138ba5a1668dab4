import { type CommandId, commands, type CommandsIn } from '../../electron/shared/commands.ts'
import { withMessages } from '../../electron/shared/messages/translate.ts'
import { useApp } from '../state/app-state.ts'
import { refuseChange } from '../state/read-only.ts'
import { useTripStatus } from '../state/trip-status.ts'
import { type CaptureId, captureIds } from './capture-ids.ts'
import type { CommandPart, CommandParts } from './command-part.ts'
import { windowCommands } from './window-commands.ts'

/** Scopes whose commands are available as long as what they act on is on the screen. */
export type ProvidedScope = 'journal' | 'programme' | 'report' | 'text'

const provided: { [S in ProvidedScope]: CommandParts<S>[] } = { journal: [], programme: [], report: [], text: [] }

/**
 * Makes the commands of a scope available until the returned function is called. If there are several providers, the
 * last one counts.
 */
export function provideCommands<S extends ProvidedScope>(scope: S, parts: CommandParts<S>): () => void {
  const all: CommandParts<S>[] = provided[scope]
  all.push(parts)
  return () => {
    const index = all.indexOf(parts)
    if (index >= 0) all.splice(index, 1)
  }
}

/** What the list of entries or the text on the screen does for a command; `undefined` if neither has it. */
export function partOnScreen(id: CommandId): CommandPart | undefined {
  const parts: Partial<Record<CommandId, CommandPart>> = { ...provided.journal.at(-1), ...provided.text.at(-1) }
  return parts[id]
}

type TripParts = Readonly<Record<CommandsIn<'trip'> | CaptureId, CommandPart>>

/** What the commands do that work anywhere in a trip; `null` until their code has been loaded. */
let tripParts: TripParts | null = null

/** Makes the commands available that work anywhere in a trip. */
export function provideTripCommands(parts: TripParts): void {
  tripParts = parts
}

const isInTrip = () => useApp.getState().place.name === 'trip'

/** Whether a command will be available as soon as the code of trips, which is not in the page's first file, is there. */
export function isStillLoading(id: CommandId): boolean {
  const isOfTrip = commands[id].scope === 'trip' || captureIds.some((capture) => capture === id)
  return tripParts === null && isOfTrip && isInTrip()
}

/** The currently available commands that need no subject. */
function partsNow(): Partial<Record<CommandsIn<'window' | 'trip' | ProvidedScope>, CommandPart>> {
  return {
    ...windowCommands,
    ...(isInTrip() ? tripParts : null),
    ...provided.journal.at(-1),
    ...provided.programme.at(-1),
    ...provided.report.at(-1),
    ...provided.text.at(-1),
  }
}

/** What a command does and how it looks; `undefined` if it is not available now. */
export function partOf(id: CommandId): CommandPart | undefined {
  const parts: Partial<Record<CommandId, CommandPart>> = partsNow()
  return parts[id]
}

/** Whether a command is available now, and what it changes is not read-only. */
export function isPossible(id: CommandId): boolean {
  const part = partOf(id)
  const { changes } = commands[id]
  if (part === undefined || part.when?.() === false) return false
  if (changes === undefined) return true
  return !useApp.getState().start.readOnly && (changes === 'library' || useTripStatus.getState().refusal === null)
}

/** Whether a command is refused because what it changes is read-only; if so, the reason has been shown. */
export function isRefused(id: CommandId): boolean {
  const { changes } = commands[id]
  if (changes === undefined) return false
  return refuseChange(changes === 'trip' ? useTripStatus.getState().refusal : null)
}

const loadTripCommands = () => withMessages(() => import('./trip-commands.ts'))

/**
 * Runs a command for a menu, a key or a button.
 *
 * @returns whether it makes sense here and now, even if it is then refused, since the reason has been shown
 */
export function runCommand(id: CommandId): boolean {
  // A dialog has to be answered first.
  if (useApp.getState().dialog !== null) return false
  const part = partOf(id)
  if (part === undefined && isStillLoading(id)) {
    void loadTripCommands().then(() => runCommand(id))
    return true
  }
  if (part === undefined || part.when?.() === false) return false
  if (!isRefused(id)) void part.run()
  return true
}
