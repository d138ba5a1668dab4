import { fail, ok } from '../../shared/result.ts'
import type { Context, HandlersOf } from './context.ts'

/** Everything else can start programs or open files when the system is given it: `file:`, `smb:`, `ms-…:`. */
const schemes: ReadonlySet<string> = new Set(['https:', 'mailto:'])

export function linkHandlers(context: Context): HandlersOf<'links'> {
  return {
    'links.open': async ({ url }) => {
      const address = URL.canParse(url) ? new URL(url) : null
      if (address === null || !schemes.has(address.protocol)) {
        return fail(
          'link.refused',
          'Only web pages (https) and mail addresses are opened from here. The link was not followed.',
        )
      }
      const { openLink } = context.shell
      if (openLink === null) return fail('shell.unavailable', 'Links cannot be opened from here.')
      // As it was understood here, so that nobody understands it otherwise.
      await openLink(address.href)
      return ok({})
    },
  }
}
