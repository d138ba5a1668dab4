import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Attended } from '../../electron/shared/programme/evening.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { isPlain } from '../components/keys.ts'
import { isCommandKey } from '../commands/command-keys.ts'
import { formatSpeakers } from '../format/speakers.ts'
import { formatDay } from './format-day.ts'
import { useEveningState } from '../state/evening-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { answerEvening, type Answers, entryAbout, questions, tellAbout } from './evening-answers.ts'
import { EveningField } from './evening-field.tsx'
import { formatMeter } from './format-meter.ts'
import { type ShownEvening, useEvening } from './use-evening.ts'
import './entry-pane.css'
import './evening.css'

const keyOf = ({ session, entry }: Attended): string => session?.id ?? entry?.id ?? ''

const speakersOf = ({ session, entry }: Attended): string =>
  formatSpeakers(session?.speakers ?? (entry?.kind === 'talk' ? entry.speakers : []))

/** Moves the focus to the field, or the button, after the one that has it. */
function goOn(from: HTMLElement, pane: HTMLElement): void {
  const stops = Array.from(pane.querySelectorAll<HTMLElement>('textarea, .evening-done'))
  stops[stops.indexOf(from) + 1]?.focus()
}

function Questions({ day }: { day: string }) {
  const answers = useRef<Answers>({ best: '', surprise: '', tomorrow: '' })
  const noteId = useRef<string | null>(null)
  return (
    <section className="evening-questions" aria-label={t('evening.questions')}>
      <h3>{t('evening.questions')}</h3>
      {questions.map((question) => (
        <EveningField
          key={question}
          label={t(`evening.question.${question}`)}
          onAnswer={(typed) => {
            answers.current = { ...answers.current, [question]: typed }
            noteId.current = answerEvening(day, answers.current, noteId.current)
          }}
        />
      ))}
    </section>
  )
}

/** A talk that was attended, with the text that its entry had when it was first shown here. */
interface Asked {
  attended: Attended
  before: string
}

/** What to ask about. Something that is told meanwhile stays, because somebody is typing there. */
function useAsked({ attended }: ShownEvening): readonly Asked[] {
  const [known, setKnown] = useState<ReadonlyMap<string, Asked>>(new Map())
  const fresh = attended.filter((one) => !one.hasOwnWords && !known.has(keyOf(one)))
  if (fresh.length > 0) {
    const added = fresh.map((one) => [keyOf(one), { attended: one, before: entryAbout(one)?.text ?? '' }] as const)
    setKnown(new Map([...known, ...added]))
  }
  return attended.flatMap((one) => known.get(keyOf(one)) ?? [])
}

function Evening({ evening, onLeave }: { evening: ShownEvening; onLeave: () => void }) {
  const { day } = evening
  const asked = useAsked(evening)
  const pane = useRef<HTMLElement>(null)

  useEffect(() => {
    // Asked for, not met by chance.
    if (useEveningState.getState().asked === day) pane.current?.querySelector<HTMLElement>('textarea')?.focus()
  }, [day])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event
    if (isCommandKey('leave-entry', event) && !event.defaultPrevented) return onLeave()
    if (!isCommandKey('write', event) || !isPlain(event) || event.nativeEvent.isComposing) return
    if (!(target instanceof HTMLTextAreaElement)) return
    event.preventDefault()
    goOn(target, currentTarget)
  }

  const done = () => {
    useEveningState.getState().ask(null)
    void useTrip.getState().editPlan([{ edit: 'evening', day, isDone: true }])
    onLeave()
  }

  return (
    // Esc returns to the list, and Enter leads to the next question.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="entry-pane evening"
      aria-label={t('evening.title', { day: formatDay(day) })}
      data-pane
      data-undo="trip"
      ref={pane}
      onKeyDown={onKeyDown}
    >
      <h2>{t('evening.title', { day: formatDay(day) })}</h2>
      <output className="evening-meter">{formatMeter(evening)}</output>
      {asked.map(({ attended, before }) => (
        <EveningField
          key={keyOf(attended)}
          label={attended.title}
          description={speakersOf(attended)}
          placeholder={t('evening.what-stays')}
          onAnswer={(typed) => tellAbout(attended, before, typed)}
        />
      ))}
      <Questions day={day} />
      <Button kind="primary" className="evening-done" onPress={done}>
        {t('action.done')}
      </Button>
    </section>
  )
}

/** Looks back on the chosen day: what was attended and is not told, and three short questions. Nothing is required. */
export function EveningPane({ onLeave }: { onLeave: () => void }) {
  const evening = useEvening('words')
  return evening?.isShown === true ? <Evening key={evening.day} evening={evening} onLeave={onLeave} /> : null
}
