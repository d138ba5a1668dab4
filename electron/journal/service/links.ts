import { fail, ok } from '../../shared/result.ts'
import type { Context, HandlersOf } from './context.ts'

/**
 * The only schemes that are passed to the system. Others could start programs or open files: `file:`, `smb:`, `ms-…:`.
 */
const schemes: ReadonlySet<string> = new Set(['https:', 'mailto:'])

/** Addresses that are opened outside Lanyard. */
export function linkHandlers(context: Context): HandlersOf<'links'> {
  return {
    'links.open': async ({ url }) => {
      const address = URL.canParse(url) ? new URL(url) : null
      if (address === null || !schemes.has(address.protocol)) {
        return fail('link.refused')
      }
      const { openLink } = context.shell
      if (openLink === null) return fail('shell.no-links')
      // In its parsed form, so that the system cannot parse it differently.
      await openLink(address.href)
      return ok({})
    },
  }
}
