import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { type OwnSessionForm, sessionOfForm } from '../../../renderer/programme/own-session.ts'
import { useTrip } from '../../../renderer/state/open-trip.ts'
import { someSession } from '../../support/programmes.ts'
import { openProgramme, row, titles } from './open-programme.tsx'

describe('the session of a form', () => {
  const form: OwnSessionForm = {
    title: ' Dinner ',
    day: '2026-04-14',
    start: '19:30',
    end: '22:00',
    room: 'Harbour',
    speakers: 'Ada Lind,  Ola Berg,',
  }

  test('has its times in the zone of the venue, and each of the names', () => {
    expect(sessionOfForm(form, null, 'Europe/Berlin')).toMatchObject({
      title: 'Dinner',
      source: '',
      start: '2026-04-14T19:30:00+02:00',
      end: '2026-04-14T22:00:00+02:00',
      speakers: [
        { name: 'Ada Lind', role: '', affiliation: '' },
        { name: 'Ola Berg', role: '', affiliation: '' },
      ],
    })
  })

  test('ends on the next day if it ends before it begins', () => {
    expect(sessionOfForm({ ...form, end: '01:00' }, null, 'Europe/Berlin').end).toBe('2026-04-15T01:00:00+02:00')
  })

  test('has no times if none were given', () => {
    const { start, end } = sessionOfForm({ ...form, start: '', end: '22:00' }, null, 'Europe/Berlin')
    expect([start, end]).toEqual([null, null])
  })

  test('keeps its identity and what the form does not ask for', () => {
    const before = { ...sessionOfForm(form, null, 'Europe/Berlin'), abstract: 'Fish.' }
    const after = sessionOfForm({ ...form, title: 'Supper' }, before, 'Europe/Berlin')
    expect(after).toEqual({ ...before, title: 'Supper' })
  })
})

test('one’s own session needs a title, and has the focus once it is added', async () => {
  const { user, saved } = await openProgramme()
  await user.click(row('Wind'))
  await user.keyboard('n')
  await screen.findByRole('dialog', { name: 'Add your own session' })
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await screen.findByText('Please give the session a title.')
  await user.click(screen.getByLabelText('Title'))
  await user.paste('Dinner')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(document.activeElement).toBe(row('Dinner')))
  expect((await saved()).plan.own.map(({ session }) => session.title)).toEqual(['Dinner'])
})

test('one’s own session is edited and removed, each as one step', async () => {
  const { user } = await openProgramme()
  const dinner = { ...someSession({ title: 'Dinner' }), source: '' }
  await act(() => useTrip.getState().editPlan([{ edit: 'own', session: dinner }]))
  await user.pointer({ target: row('Dinner'), keys: '[MouseRight]' })
  await user.click(await screen.findByRole('menuitem', { name: 'Edit the session…' }))
  const title = within(await screen.findByRole('dialog')).getByLabelText('Title')
  await user.clear(title)
  await user.paste('Supper')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(document.activeElement).toBe(row('Supper')))

  await user.keyboard('{Delete}')
  expect(titles()).not.toContain('Supper')
  await act(() => useTrip.getState().undo())
  await screen.findByText('Undone: removing “Supper”.')
  row('Supper')
})
