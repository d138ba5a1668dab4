import { useId, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { Form } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { sessionsOf } from '../../electron/shared/programme/sessions-of.ts'
import type { Session } from '../../electron/shared/programme.ts'
import { clockAt, dayAt, daysFromTo } from '../../electron/shared/time.ts'
import type { Trip } from '../../electron/shared/trip.ts'
import { Button } from '../components/button.tsx'
import { CompletingField } from '../components/completing-field.tsx'
import { Dialog } from '../components/dialog.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { Select } from '../components/select.tsx'
import { TextField, TimeField } from '../components/text-field.tsx'
import { formatDay } from '../journal/format-day.ts'
import { useApp } from '../state/app-state.ts'
import { clockNow } from '../state/clock.ts'
import { useTrip } from '../state/open-trip.ts'
import { editedSession } from './own-session-state.ts'
import { type OwnSessionForm, sessionOfForm } from './own-session.ts'
import { saveOwnSession } from './plan-edits.ts'
import { useProgrammeView } from './programme-view.ts'
import '../components/field.css'
import '../library/new-trip-dialog.css'

/** Asks for one's own session: a birds-of-a-feather from the white board, a dinner. */
export function OwnSessionDialog() {
  const trip = useTrip((state) => state.trip)
  return trip && <OwnSession trip={trip} />
}

/** The days on which a session can be: those of the trip, and those of the programme. */
function daysOf({ firstDay, lastDay }: Trip): string[] {
  const others = sessionsOf(useTrip.getState()).flatMap(({ day }) => (day === null ? [] : [day]))
  return [...new Set([...daysFromTo(firstDay, lastDay), ...others])].toSorted()
}

function formOf(session: Session | null, trip: Trip, days: readonly string[]): OwnSessionForm {
  const shown = useProgrammeView.getState().filter.day ?? dayAt(clockNow(), trip.timeZone)
  const clock = (instant: string | null) => (instant === null ? '' : clockAt(instant, trip.timeZone))
  return {
    title: session?.title ?? '',
    day: session?.day ?? (days.includes(shown) ? shown : (days[0] ?? trip.firstDay)),
    start: clock(session?.start ?? null),
    end: clock(session?.end ?? null),
    room: session?.room ?? '',
    speakers: session?.speakers.map(({ name }) => name).join(', ') ?? '',
  }
}

function OwnSession({ trip }: { trip: Trip }) {
  const closeDialog = useApp((state) => state.closeDialog)
  const rooms = useTrip(({ programme }) => programme?.rooms)
  const [before] = useState(editedSession)
  const [days] = useState(() => daysOf(trip))
  const [form, setForm] = useState(() => formOf(before, trip, days))
  const [isTried, setTried] = useState(false)
  const formId = useId()
  const completions = useMemo(() => ({ known: () => rooms ?? [] }), [rooms])
  const change = (changes: Partial<OwnSessionForm>) => setForm((current) => ({ ...current, ...changes }))
  const isUntitled = form.title.trim() === ''

  const save = () => {
    setTried(true)
    if (isUntitled) return
    const session = sessionOfForm(form, before, trip.timeZone)
    void saveOwnSession(session)
    // A filter must not hide what was just added.
    const { filter, change: changeFilter } = useProgrammeView.getState()
    changeFilter({
      query: '',
      room: null,
      track: null,
      type: null,
      language: null,
      only: null,
      day: filter.day && form.day,
    })
    flushSync(() => {
      useTrip.getState().selectSession(session.id)
      closeDialog()
    })
    focusSoon(() => document.querySelector<HTMLElement>(`.programme-list [data-session="${session.id}"]`))
  }

  return (
    <Dialog
      title={before === null ? t('command.add-session') : t('command.edit-session')}
      onClose={closeDialog}
      footer={
        <>
          <Button kind="plain" onPress={closeDialog}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" type="submit" form={formId}>
            {before === null ? t('programme.own.add') : t('action.save')}
          </Button>
        </>
      }
    >
      <Form
        id={formId}
        className="trip-form"
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={t('entry.field.title')}
          spellCheck="true"
          placeholder={t('programme.own.example')}
          value={form.title}
          onChange={(title) => change({ title })}
          error={isTried && isUntitled ? t('programme.own.title-missing') : null}
          // The dialog was opened to type this.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <Select
          label={t('programme.own.day')}
          items={days.map((day) => ({ id: day, label: formatDay(day) }))}
          value={form.day}
          onChange={(day) => change({ day })}
        />
        <div className="field-row">
          <TimeField label={t('programme.own.start')} value={form.start} onChange={(start) => change({ start })} />
          <TimeField label={t('programme.own.end')} value={form.end} onChange={(end) => change({ end })} />
        </div>
        <CompletingField
          label={t('entry.field.room')}
          value={form.room}
          onChange={(room) => change({ room })}
          completions={completions}
        />
        <TextField
          label={t('programme.own.speakers')}
          description={t('programme.own.speakers-note')}
          value={form.speakers}
          onChange={(speakers) => change({ speakers })}
        />
      </Form>
    </Dialog>
  )
}
