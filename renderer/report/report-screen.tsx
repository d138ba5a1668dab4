import { useEffect, useState } from 'react'
import type { CommandId } from '../../electron/shared/commands.ts'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { whyEmpty } from '../../electron/shared/report/empty-report.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { chordsOf } from '../commands/command-keys.ts'
import { focusSoon } from '../components/focus-soon.ts'
import { shownTogether } from '../components/keys.ts'
import { useTrip } from '../state/open-trip.ts'
import { MoreSettings } from './more-settings.tsx'
import { Outline } from './outline-pane.tsx'
import { ClosingFields, PostFields } from './post-fields.tsx'
import { Preview } from './preview.tsx'
import { ReportBar, type ShownPane } from './report-bar.tsx'
import { ReportFoot } from './report-foot.tsx'
import { useComposition } from './use-composition.ts'
import { useKeptScroll } from './use-kept-scroll.ts'
import './report-screen.css'

/** The report of the open trip: its arrangement on one side, the preview of the post on the other. */
export function ReportScreen() {
  const trip = useTrip((state) => state.trip)
  return trip && <Report key={trip.id} trip={trip} />
}

/** Where the focus starts: the first row of the outline, or the title of a report without any. */
function entryPoint(): HTMLElement | null {
  const row = document.querySelector<HTMLElement>('.outline [data-control="title"]')
  return row ?? document.querySelector<HTMLElement>('.report-title')
}

const keysFor = (...ids: CommandId[]) => shownTogether(ids.flatMap((id) => chordsOf(id)))

function Report({ trip }: { trip: Trip }) {
  const revision = useTrip((state) => state.revision)
  const { composition, failure } = useComposition(trip.id, revision)
  const [shown, setShown] = useState<ShownPane>('arrange')
  const arrange = useKeptScroll<HTMLDivElement>(`arrange ${trip.id}`, true)
  useEffect(() => {
    if (document.activeElement === document.body) focusSoon(entryPoint)
  }, [])
  const preview = useKeptScroll<HTMLDivElement>(`preview ${trip.id}`, composition !== null)

  return (
    <div className="report" data-shown={shown}>
      <ReportBar trip={trip} shown={shown} onShow={setShown} />
      <section className="report-arrange" aria-label={t('report.arrange')} data-pane data-undo="trip">
        <div className="report-arrange-scroll" {...arrange}>
          <PostFields trip={trip} />
          <div className="report-outline-head">
            <h2>{t(trip.report.arrangement === 'day' ? 'report.days' : 'report.sections')}</h2>
            <p className="quiet small">
              {t('report.keys', {
                through: keysFor('previous-entry', 'next-entry'),
                move: keysFor('move-up', 'move-down'),
              })}
            </p>
          </div>
          <Outline trip={trip} />
          <ClosingFields trip={trip} />
          <MoreSettings trip={trip} />
        </div>
        <ReportFoot composition={composition} />
      </section>
      <section className="report-preview" aria-label={t('report.preview')} data-pane>
        {failure && (
          <p className="report-failure" role="alert">
            {t('report.preview-failed', { problem: render(failure) })}
          </p>
        )}
        {/* An area that scrolls must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="report-preview-scroll" tabIndex={0} {...preview}>
          {composition && <PreviewOf trip={trip} composition={composition} />}
        </div>
      </section>
    </div>
  )
}

/** The preview, with the reason why the post is empty if it is. */
function PreviewOf({ trip, composition }: { trip: Trip; composition: Composition }) {
  const isEmpty = composition.post.tree.children.length === 0
  const { reason, count } = isEmpty ? whyEmpty(trip) : ({ reason: 'nothing-written', count: 0 } as const)
  return <Preview tripId={trip.id} composition={composition} emptiness={reason} count={count} />
}
