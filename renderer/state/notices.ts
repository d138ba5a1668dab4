import type { Notice } from '../../electron/shared/problem.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { useTrip } from './open-trip.ts'

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Says what has gone wrong around the page, what of the text is safe, and what can be done. */
export function sayNotice(notice: Notice): void {
  const { tell, openDialog } = useApp.getState()
  switch (notice.kind) {
    case 'reopened':
      return tell(
        notice.savedAt === null
          ? 'The window had stopped and was opened again. Everything that was saved is here.'
          : `The window had stopped and was opened again. Your text up to ${clock.format(new Date(notice.savedAt))} is here.`,
      )
    case 'graphics':
      return notice.again
        ? tell('The graphics card has failed again. Your text is safe. Lanyard can start again without it.', {
            label: 'Start again',
            run: () => void restart('software'),
          })
        : tell('The graphics card had failed, and the window was drawn anew. Your text is safe.')
    case 'graphics-chosen':
      return tell(
        notice.graphics === 'hardware'
          ? 'Lanyard uses the graphics card when it is started next.'
          : 'Lanyard does without the graphics card when it is started next.',
        { label: 'Start again', run: () => void restart(notice.graphics) },
      )
    case 'error':
      return tell('Something went wrong inside Lanyard. Your text is safe, and saving goes on.', {
        label: 'Report it…',
        run: () => openDialog('report-problem'),
      })
    default:
      return assertNever(notice)
  }
}

/** Starts the program anew once everything typed is on the disk. */
async function restart(graphics: 'hardware' | 'software'): Promise<void> {
  const saved = await useTrip.getState().saveAll('restart')
  if (!saved.ok) {
    useApp.getState().tell(saved.error.message)
    return
  }
  const answer = await bridge.call('app.restart', { graphics })
  if (!answer.ok) useApp.getState().complain(answer.error)
}
