import { type Command, Option } from 'commander'
import { listOf, t } from '../../shared/messages/translate.ts'
import { type Session, type Star, stars } from '../../shared/programme.ts'
import { ok } from '../../shared/result.ts'
import { createCommand, examples, runCommand } from '../command.ts'
import { findProgramme, findSession } from '../find-session.ts'

interface StarOptions {
  kind: Star
  off?: true
}

/** `lanyard star TRIP SESSION…`: stars sessions of the programme. */
export function starCommand(onFailure: () => void): Command {
  const command = createCommand('star', t('cli.star.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .argument('<session...>', t('cli.argument.session'))
    .addOption(new Option('--kind <kind>', t('cli.star.kind')).choices(stars).default('go' satisfies Star))
    .option('--off', t('cli.star.off'))
    .addHelpText(
      'after',
      examples(
        'lanyard star "PyCon DE 2026" "State of In-Browser ML"',
        'lanyard star 8a3f A7XQ2K --kind maybe',
        'lanyard star 8a3f A7XQ2K --off',
      ),
    )
  return command.action((wanted: string, names: string[], { kind, off }: StarOptions) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findProgramme(journal, wanted)
      if (!found.ok) return found
      const sessions: Session[] = []
      for (const name of names) {
        const session = findSession(found.value, name)
        if (!session.ok) return session
        sessions.push(session.value)
      }
      const star = off === true ? null : kind
      const { id: tripId } = found.value.trip
      const edits = sessions.map(({ id }) => ({ edit: 'star' as const, sessionId: id, star }))
      const edited = await journal.call('programme.edit', { tripId, edits })
      if (!edited.ok) return edited
      const titles = listOf(sessions.map(({ title }) => `“${title}”`))
      return ok({
        json: {
          trip: tripId,
          sessions: sessions.map(({ id, title }) => ({ id, title, starred: star !== null, star })),
          savedAt: edited.value.savedAt,
        },
        text: star === null ? t('cli.star.removed', { titles }) : t('cli.star.done', { titles }),
      })
    }),
  )
}
