import { formatClock } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Notice } from '../../electron/shared/problem.ts'
import { assertNever } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from './app-state.ts'
import { useTrip } from './open-trip.ts'

/** Shows what has gone wrong around the page, what of the text is safe, and what can be done. */
export function showNotice(notice: Notice): void {
  const { notifyLasting, openDialog } = useApp.getState()
  switch (notice.kind) {
    case 'reopened':
      return notifyLasting(
        notice.savedAt === null
          ? t('notice.reopened')
          : t('notice.reopened-at', { clock: formatClock(new Date(notice.savedAt), 'second') }),
      )
    case 'graphics':
      return notice.again
        ? notifyLasting(t('notice.graphics-again'), { label: t('notice.restart'), run: () => void restart('software') })
        : notifyLasting(t('notice.graphics'))
    case 'graphics-chosen':
      return notifyLasting(notice.graphics === 'hardware' ? t('notice.graphics-on') : t('notice.graphics-off'), {
        label: t('notice.restart'),
        run: () => void restart(notice.graphics),
      })
    case 'error':
      return notifyLasting(t('notice.error'), { label: t('notice.report'), run: () => openDialog('report-problem') })
    default:
      return assertNever(notice)
  }
}

/** Restarts the program once everything typed is on the disk. */
async function restart(graphics: 'hardware' | 'software'): Promise<void> {
  const saved = await useTrip.getState().saveAll('restart')
  if (!saved.ok) {
    useApp.getState().notifyLasting(render(saved.error))
    return
  }
  const answer = await bridge.call('app.restart', { graphics })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
}
