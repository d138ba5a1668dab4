import { Check, Image, Link, type LucideIcon, SquareCheck } from 'lucide-react'
import { useMemo } from 'react'
import { entryName } from '../../electron/shared/entries/entry-name.ts'
import { type LookUp, lookUpsIn, tickTask } from '../../electron/shared/entries/to-look-up.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Entry } from '../../electron/shared/trip.ts'
import { commandName } from '../commands/command-entries.tsx'
import { Dialog } from '../components/dialog.tsx'
import { focusSoon } from '../components/focus-soon.ts'
import { IconButton } from '../components/icon-button.tsx'
import { selectInDocument } from '../editor/open-documents.ts'
import { useApp } from '../state/app-state.ts'
import { openEntry } from '../state/go-to-entry.ts'
import { useDetails } from '../state/open-details.ts'
import { useTrip } from '../state/open-trip.ts'
import { formatDay } from './format-day.ts'
import { findDetail } from './go-to-detail.ts'
import './look-up-dialog.css'

/** The most that are drawn: of more, one does the first ones first. */
const MAX_DRAWN = 300

const icons: Record<LookUp['kind'], LucideIcon> = { link: Link, picture: Image, task: SquareCheck }

/** Opens the entry of something to look up, with its place selected. */
async function goTo(tripId: string, { entryId, at }: LookUp): Promise<void> {
  useApp.getState().closeDialog()
  if (!(await openEntry(tripId, entryId))) return
  if (at !== null) return selectInDocument(entryId, (text) => (at[1] <= text.length ? at : null))
  useDetails.getState().show(entryId)
  focusSoon(() => findDetail('links'))
}

function tick({ id, text }: Entry, { at }: LookUp): void {
  if (at !== null) useTrip.getState().editEntry(id, { text: tickTask(text, at[0]) })
}

/** What the texts of the open trip leave to look up. Each leads to its place, and a task can be ticked. */
export function LookUpDialog() {
  const trip = useTrip((state) => state.trip)
  const closeDialog = useApp((state) => state.closeDialog)
  const found = useMemo(
    () => (trip?.entries ?? []).flatMap((entry) => lookUpsIn(entry).map((item) => ({ entry, item }))),
    [trip?.entries],
  )
  if (!trip) return null
  return (
    <Dialog title={commandName('to-look-up')} onClose={closeDialog} closesOutside>
      {found.length === 0 && <p className="quiet">{t('look-up.none')}</p>}
      <ul className="look-ups">
        {found.slice(0, MAX_DRAWN).map(({ entry, item }) => {
          const Icon = icons[item.kind]
          const words = item.words || t(`look-up.unnamed.${item.kind}`)
          return (
            <li key={`${entry.id} ${item.at?.[0] ?? item.words}`} className="look-up">
              <button type="button" className="look-up-place" onClick={() => void goTo(trip.id, item)}>
                <Icon aria-hidden />
                <span className="look-up-words">
                  <span>{words}</span>
                  <span className="look-up-entry">
                    {t('look-up.where', { entry: entryName(entry), day: formatDay(entry.day) })}
                  </span>
                </span>
              </button>
              {item.kind === 'task' && (
                <IconButton
                  label={t('look-up.tick', { task: words })}
                  icon={<Check aria-hidden />}
                  onPress={() => tick(entry, item)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {found.length > MAX_DRAWN && <p className="quiet">{t('look-up.more', { count: found.length - MAX_DRAWN })}</p>}
    </Dialog>
  )
}
