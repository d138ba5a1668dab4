import { Argument, type Command } from 'commander'
import { t } from '../../shared/messages/translate.ts'
import { type Attendance, attendances } from '../../shared/programme.ts'
import { ok } from '../../shared/result.ts'
import { createCommand, examples, runCommand } from '../command.ts'
import { findProgramme, findSession } from '../find-session.ts'

/** `lanyard attend TRIP SESSION ATTENDANCE`: notes whether a session was attended. */
export function attendCommand(onFailure: () => void): Command {
  const command = createCommand('attend', t('cli.attend.description'))
    .argument('<trip>', t('cli.argument.trip'))
    .argument('<session>', t('cli.argument.session'))
    .addArgument(new Argument('<attendance>', t('cli.attend.attendance')).choices(attendances))
    .addHelpText(
      'after',
      examples(
        'lanyard attend "PyCon DE 2026" "State of In-Browser ML" attended',
        'lanyard attend 8a3f A7XQ2K watch-later',
      ),
    )
  return command.action((wanted: string, name: string, attendance: Attendance) =>
    runCommand(command, onFailure, async (journal) => {
      const found = await findProgramme(journal, wanted)
      if (!found.ok) return found
      const session = findSession(found.value, name)
      if (!session.ok) return session
      const { id: sessionId, title } = session.value
      const tripId = found.value.trip.id
      const edits = [{ edit: 'attend' as const, sessionId, attendance }]
      const edited = await journal.call('programme.edit', { tripId, edits })
      if (!edited.ok) return edited
      return ok({
        json: { trip: tripId, session: sessionId, title, attendance, savedAt: edited.value.savedAt },
        text: t('cli.attend.done', { title, attendance: t(`cli.attendance.${attendance}`) }),
      })
    }),
  )
}
