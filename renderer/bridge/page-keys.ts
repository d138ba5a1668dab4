/** What the page proves itself with to the browser shell. */
export interface PageKeys {
  /** Sent in a header with each call. */
  token: string
  /** Part of the addresses of pictures, for which no header can be sent. */
  pictures: string
}

const KEY = 'page-keys'

/** The keys that this tab got before it was reloaded, or `null`. */
export function keptKeys(): PageKeys | null {
  try {
    return readKeys(JSON.parse(sessionStorage.getItem(KEY) ?? 'null'))
  } catch {
    // The browser keeps nothing for this page.
    return null
  }
}

/**
 * Exchanges the ticket in the page's address for its keys. The ticket is taken out of the address bar first; it works
 * once, so it is worth nothing where the browser has kept it.
 *
 * @returns `null` if the address has no ticket, or one that was used before
 */
export async function fetchKeys(origin: string): Promise<PageKeys | null> {
  const ticket = window.location.hash.slice(1)
  if (ticket === '') return null
  window.history.replaceState(window.history.state, '', window.location.pathname)
  const response = await fetch(`${origin}/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ticket),
    credentials: 'omit',
  })
  const answer: unknown = await response.json()
  const keys = typeof answer === 'object' && answer !== null && 'value' in answer ? readKeys(answer.value) : null
  if (keys === null) return null
  try {
    sessionStorage.setItem(KEY, JSON.stringify(keys))
  } catch {
    // The page works, but cannot be reloaded.
  }
  return keys
}

function readKeys(value: unknown): PageKeys | null {
  if (typeof value !== 'object' || value === null || !('token' in value) || !('pictures' in value)) return null
  const { token, pictures } = value
  return typeof token === 'string' && typeof pictures === 'string' ? { token, pictures } : null
}
