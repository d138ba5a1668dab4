import { randomBytes } from 'node:crypto'

/** Secrets that a page can exchange for its keys, each of them once. */
export interface Tickets {
  /** @param onUsed called when a page has used the ticket */
  issue(onUsed: () => void): string
  /** Whether the ticket is good. From now on it is not. */
  use(ticket: string): boolean
}

/** A secret that nobody can guess, and that is the same in an address as elsewhere. */
export const randomSecret = (): string => randomBytes(24).toString('base64url')

export function createTickets(): Tickets {
  // Looked up by the whole secret, whose time does not depend on how much of it was guessed.
  const open = new Map<string, () => void>()
  return {
    issue(onUsed) {
      const ticket = randomSecret()
      open.set(ticket, onUsed)
      return ticket
    },
    use(ticket) {
      const onUsed = open.get(ticket)
      open.delete(ticket)
      onUsed?.()
      return onUsed !== undefined
    },
  }
}
