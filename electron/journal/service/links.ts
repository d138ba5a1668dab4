import { copiedAddress, linkAddress } from '../../shared/link-address.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Context, HandlersOf } from './context.ts'

/** Addresses that lead outside Lanyard. */
export function linkHandlers(context: Context): HandlersOf<'links'> {
  return {
    'links.open': async ({ url }) => {
      const address = linkAddress(url)
      if (address === null) return fail('link.refused')
      const { openLink } = context.shell
      if (openLink === null) return fail('shell.no-links')
      await openLink(address)
      return ok({})
    },

    'links.copied': async () => ok(copiedAddress((await context.shell.copiedText?.()) ?? '')),
  }
}
