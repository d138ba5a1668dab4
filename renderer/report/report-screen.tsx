import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import { whyEmpty } from '../../electron/shared/report/empty-report.ts'
import { reportIdOf } from '../../electron/shared/report/in-report.ts'
import type { PartId } from '../../electron/shared/report/post-places.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { isCommandKey } from '../commands/command-keys.ts'
import { focusSoon } from '../components/focus-soon.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { useTrip } from '../state/open-trip.ts'
import { openInJournal } from './outline-edits.ts'
import { Outline } from './outline-pane.tsx'
import { PartEditor } from './part-editor.tsx'
import { PostView, type PostViewProps } from './post-view.tsx'
import { ReportBar, type ShownPane } from './report-bar.tsx'
import { ReportFoot } from './report-foot.tsx'
import { showInPost } from './show-in-post.ts'
import { useComposition } from './use-composition.ts'
import { type EditedPart, useEditedPart } from './use-edited-part.ts'
import { useKeptScroll } from './use-kept-scroll.ts'
import { useLookedAt } from './use-looked-at.ts'
import { rowOf } from './use-outline-keys.ts'
import './report-screen.css'

/** The report of the open trip: its outline on one side, the post on the other. What is chosen in one is shown in both. */
export function ReportScreen() {
  const trip = useTrip((state) => state.trip)
  return trip && <Report key={reportIdOf(trip)} trip={trip} />
}

/** Where the focus starts: the selected row of the outline, or its first entry. */
function entryPoint(): HTMLElement | null {
  return document.querySelector<HTMLElement>('.outline [data-control="title"][tabindex="0"]')
}

function Report({ trip }: { trip: Trip }) {
  const revision = useTrip((state) => state.revision)
  const selectPart = useTrip((state) => state.selectPart)
  const { composition, failure, isCurrent } = useComposition(trip.id, revision, reportIdOf(trip))
  const { edited, isLeaving, begin, end } = useEditedPart(isCurrent)
  const [shown, setShown] = useState<ShownPane>('arrange')
  const isReadOnly = useReadOnlyArea()
  const arrange = useRef<HTMLElement>(null)
  const post = useKeptScroll<HTMLDivElement>(`preview ${reportIdOf(trip)}`, composition !== null)
  /** What the post contains by now. The outline keeps its functions, or it would be drawn again with each save. */
  const latest = useRef({ spans: composition?.spans, isCurrent })
  useLayoutEffect(() => {
    latest.current = { spans: composition?.spans, isCurrent }
  })
  /** Where the focus goes when the editor is left. */
  const origin = useRef<'outline' | 'post'>('outline')

  useEffect(() => {
    if (document.activeElement === document.body) focusSoon(entryPoint)
  }, [])

  const open = useCallback(
    (next: EditedPart, from: 'outline' | 'post') => {
      if (isReadOnly) return
      const { spans, isCurrent: isPostCurrent } = latest.current
      const isThere = next.part === 'title' || spans?.some(({ part, role }) => part === next.part && role === next.role)
      // What is not saved yet is in the post in a moment.
      if (!isThere && isPostCurrent && useTrip.getState().save.state === 'saved') {
        if (next.part.startsWith('entry ')) openInJournal(next.part.slice('entry '.length))
        return
      }
      origin.current = from
      // Where there is room for one pane only, it is the post's from now on.
      flushSync(() => setShown('preview'))
      begin(next)
    },
    [begin, isReadOnly],
  )
  const edit = useCallback(
    (part: PartId, role: 'heading' | 'text') => open({ part, role, word: null }, 'outline'),
    [open],
  )
  const editThere = useCallback((next: EditedPart) => open(next, 'post'), [open])
  const leave = () => {
    if (origin.current === 'outline') flushSync(() => setShown('arrange'))
    end()
    const row = edited && arrange.current ? rowOf(arrange.current, edited.part) : null
    const group =
      edited && arrange.current?.querySelector<HTMLElement>(`[data-part="${CSS.escape(edited.part)}"] input`)
    const target = origin.current === 'outline' ? (row ?? group) : post.ref.current
    target?.focus({ preventScroll: true })
  }
  const next = () => {
    if (edited === null) return
    const below = edited.part === 'title' ? 'lead' : edited.part
    // A day has no text of its own.
    if (edited.part.startsWith('day ')) leave()
    else open({ part: below, role: 'text', word: null }, origin.current)
  }
  useLookedAt({ outline: arrange, composition, edit })

  const editor = edited && <PartEditor edited={edited} focus={!isLeaving} onLeave={leave} onEnd={end} onNext={next} />
  return (
    <div className="report" data-report data-shown={shown}>
      <ReportBar trip={trip} shown={shown} onShow={setShown} />
      <section ref={arrange} className="report-arrange" aria-label={t('report.arrange')} data-pane data-undo="trip">
        <Outline trip={trip} onEdit={edit} />
        <ReportFoot tripId={trip.id} composition={composition} />
      </section>
      <section className="report-preview" aria-label={t('report.preview')} data-pane>
        {failure && (
          <p className="report-failure" role="alert">
            {t('report.preview-failed', { problem: render(failure) })}
          </p>
        )}
        {/* An area that scrolls must be reachable by keyboard. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          className="report-preview-scroll"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          {...post}
          onKeyDown={(event) => {
            const { reportPart } = useTrip.getState()
            if (event.target !== event.currentTarget || reportPart === null || !isCommandKey('edit-part', event)) return
            event.preventDefault()
            editThere({ part: reportPart, role: reportPart === 'title' ? 'heading' : 'text', word: null })
          }}
        >
          {composition && (
            <PostOf
              {...{ trip, composition, edited, editor }}
              onSelect={selectPart}
              onEdit={editThere}
              scroller={post.ref}
            />
          )}
        </div>
      </section>
    </div>
  )
}

interface PostOfProps extends Pick<PostViewProps, 'edited' | 'editor' | 'onSelect' | 'onEdit'> {
  trip: Trip
  composition: Composition
  scroller: { readonly current: HTMLElement | null }
}

/** The post, with the reason why it is empty if it is. It follows what is selected in the outline. */
function PostOf({ trip, composition, scroller, onSelect, onEdit, ...props }: PostOfProps) {
  const isEmpty = composition.post.tree.children.length === 0
  const { reason, count } = isEmpty ? whyEmpty(trip) : ({ reason: 'nothing-written', count: 0 } as const)
  const selected = useTrip((state) => state.reportPart)
  /** What was selected in the post itself is in sight, and stays where it is. */
  const chosenHere = useRef<PartId | null>(null)
  const editedPart = props.edited?.part ?? null
  useEffect(() => {
    const isHere = chosenHere.current === selected
    chosenHere.current = null
    const shown = editedPart ?? selected
    if (shown !== null && scroller.current && !isHere) showInPost(scroller.current, shown)
  }, [selected, scroller, editedPart])
  const select = useCallback(
    (part: PartId) => {
      chosenHere.current = part
      onSelect(part)
    },
    [onSelect],
  )
  const edit = useCallback(
    (next: EditedPart) => {
      chosenHere.current = next.part
      onEdit(next)
    },
    [onEdit],
  )
  return (
    <PostView
      {...props}
      tripId={trip.id}
      composition={composition}
      emptiness={reason}
      count={count}
      onSelect={select}
      onEdit={edit}
    />
  )
}
