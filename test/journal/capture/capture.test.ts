import { describe, expect, test } from 'vitest'
import { captureText, withParagraph } from '../../../electron/shared/capture.ts'
import { dueReminders } from '../../../electron/shared/programme/due-reminders.ts'
import { happeningsOf } from '../../../electron/shared/programme/happening.ts'
import { emptyPlan, noMark } from '../../../electron/shared/programme.ts'
import { ask, bareShell, someEngine } from '../../support/engine.ts'
import { codeOf, valueOf } from '../../support/library.ts'
import { giveProgramme, someProgramme, someSession } from '../../support/programmes.ts'
import { someTrip } from '../../support/trips.ts'

const session = someSession()

/** A trip under way at a moment, with one talk from 10:45 to 11:15. */
async function tripAt(clock: string) {
  const engine = await someEngine({ now: `2026-04-15T${clock}:00+02:00` })
  const { trip } = valueOf(await ask(engine, 'trips.create', someTrip()))
  await giveProgramme(engine.context.library, trip.id, [session])
  const entries = async () => valueOf(await ask(engine, 'trips.open', { tripId: trip.id })).entries
  return { engine, tripId: trip.id, entries }
}

describe('what is captured over other programs', () => {
  test('goes to the entry about the talk that is on, which it begins', async () => {
    const { engine, entries } = await tripAt('10:52')
    expect(valueOf(await ask(engine, 'capture.begin', {}))).toMatchObject({
      talk: session.title,
      speakers: ['Oleh Kostromin'],
    })
    valueOf(await ask(engine, 'capture.save', { kind: 'note', text: 'Fast.\n', speaker: '' }))
    valueOf(await ask(engine, 'capture.save', { kind: 'quote', text: 'It runs.', speaker: 'Oleh Kostromin' }))
    expect(await entries()).toMatchObject([
      {
        kind: 'talk',
        title: session.title,
        sessionId: session.id,
        start: session.start,
        text: 'Fast.\n\n> It runs.\n>\n> — Oleh Kostromin',
      },
    ])
  })

  test('goes to a new note of today if nothing is on', async () => {
    const { engine, entries } = await tripAt('12:00')
    valueOf(await ask(engine, 'capture.save', { kind: 'task', text: 'Ask about\nlunch', speaker: '' }))
    expect(await entries()).toMatchObject([
      { kind: 'note', day: '2026-04-15', start: '2026-04-15T12:00:00+02:00', text: '- [ ] Ask about lunch' },
    ])
  })

  test('a person and an idea are entries of their own, also during a talk', async () => {
    const { engine, entries } = await tripAt('10:52')
    valueOf(await ask(engine, 'capture.save', { kind: 'person', text: 'Maris N.\nqueue for coffee', speaker: '' }))
    valueOf(await ask(engine, 'capture.save', { kind: 'idea', text: 'A browser in a browser', speaker: '' }))
    expect(await entries()).toMatchObject([
      { kind: 'encounter', who: 'Maris N.', text: 'queue for coffee' },
      { kind: 'note', tags: ['idea'], text: 'A browser in a browser' },
    ])
  })

  test('nothing is lost if the window writes the same entry at the same time', async () => {
    const { engine, tripId, entries } = await tripAt('10:52')
    const saved = valueOf(await ask(engine, 'capture.save', { kind: 'note', text: 'First.', speaker: '' }))
    const before = (await entries())[0]
    valueOf(await ask(engine, 'capture.save', { kind: 'note', text: 'Captured.', speaker: '' }))
    const changes = { kind: 'talk' as const, text: 'Typed.\n\nFirst.' }
    const baseVersion = before?.updatedAt ?? ''
    valueOf(await ask(engine, 'entries.save', { tripId, entryId: saved.entryId, changes, baseVersion }))
    const texts = (await entries()).map(({ text }) => text)
    // The window saves what was typed when it loses the focus, so this is rare. Then there are two entries.
    expect(texts.toSorted()).toEqual(['First.\n\nCaptured.', 'Typed.\n\nFirst.'])
  })

  test('is refused with a reason if there is nothing to save, or no trip to save it in', async () => {
    const { engine } = await tripAt('10:52')
    expect(codeOf(await ask(engine, 'capture.save', { kind: 'note', text: ' ', speaker: '' }))).toBe('capture.empty')
    const empty = await someEngine()
    expect(codeOf(await ask(empty, 'capture.begin', {}))).toBe('capture.no-trip')
  })
})

describe('the keys that open the window for capturing', () => {
  test('are saved if they are free, and refused if another program has them', async () => {
    const used: (string | null)[] = []
    const useCaptureKeys = (keys: string | null) => {
      used.push(keys)
      return keys !== 'Mod+Shift+Space'
    }
    const engine = await someEngine({ shell: { ...bareShell, useCaptureKeys } })
    expect(valueOf(await ask(engine, 'capture.chooseKeys', { keys: 'Alt+Shift+C' })).captureKeys).toBe('Alt+Shift+C')
    expect(codeOf(await ask(engine, 'capture.chooseKeys', { keys: 'Mod+Shift+Space' }))).toBe('capture.keys-taken')
    expect(used).toEqual(['Alt+Shift+C', 'Mod+Shift+Space', 'Alt+Shift+C'])
    expect(engine.context.settings.current.captureKeys).toBe('Alt+Shift+C')
    expect(codeOf(await ask(engine, 'capture.chooseKeys', { keys: 'C' }))).toBe('input.invalid-field')
  })

  test('cannot be chosen in a shell that cannot listen for them', async () => {
    const engine = await someEngine()
    expect(codeOf(await ask(engine, 'capture.chooseKeys', { keys: 'Alt+C' }))).toBe('capture.not-here')
    expect((await engine.context.startInfo()).canCapture).toBe(false)
  })
})

test.each([
  ['', 'One.', 'One.'],
  ['One.\n', 'Two.', 'One.\n\nTwo.'],
  ['- [ ] One', '- [ ] Two', '- [ ] One\n- [ ] Two'],
  ['Text', '- [ ] Two', 'Text\n\n- [ ] Two'],
])('to %j, the paragraph %j is added as %j', (text, paragraph, expected) => {
  expect(withParagraph(text, paragraph)).toBe(expected)
})

test('words to look up are a link without an address, in one line', () => {
  expect(captureText('look-up', 'Barrieria\nreef ', '')).toBe('[Barrieria reef]()')
})

test.each<[string, Partial<typeof noMark>, string[]]>([
  ['10:39', { star: 'go' }, []],
  ['10:40', { star: 'go' }, [session.title]],
  ['10:44', { star: 'maybe' }, [session.title]],
  ['10:44', { attendance: 'planned' }, [session.title]],
  ['10:44', { star: 'later' }, []],
  ['10:44', { star: 'go', attendance: 'missed' }, []],
  ['10:44', {}, []],
  ['10:45', { star: 'go' }, []],
])('at %s, with the mark %j, one is reminded of %j', (clock, mark, expected) => {
  const plan = { ...emptyPlan, marks: { [session.id]: { ...noMark, ...mark } } }
  const due = dueReminders(happeningsOf(someProgramme([session]), plan, []), `2026-04-15T${clock}:00+02:00`)
  expect(due.map(({ title }) => title)).toEqual(expected)
})
