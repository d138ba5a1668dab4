import { personKey } from '../../electron/shared/people/choices.ts'
import { useApp } from './app-state.ts'

let asked: string | null = null

/** Shows what the open trip knows about the person with a name. */
export function openPerson(name: string): void {
  asked = personKey(name)
  useApp.getState().openDialog('people')
}

/** The key of the name with which the people open; `null` for none. It is asked for once. */
export function takeAskedPerson(): string | null {
  const key = asked
  asked = null
  return key
}
