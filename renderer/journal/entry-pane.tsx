import { ChevronLeft, Eye, Lock, PanelLeft, Star } from 'lucide-react'
import { lazy, memo, type Ref, Suspense } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { CommandId } from '../../electron/shared/commands.ts'
import { entryKindRules } from '../../electron/shared/entries/entry-kinds.ts'
import { entryTitle, unnamedEntry } from '../../electron/shared/entries/entry-name.ts'
import type { EntryFields as EntryChanges } from '../../electron/shared/entries/fields.ts'
import { render, t, withMessages } from '../../electron/shared/messages/translate.ts'
import { chordsOf, isCommandKey } from '../commands/command-keys.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { IconButton } from '../components/icon-button.tsx'
import { IconToggle } from '../components/icon-toggle.tsx'
import { shownTogether } from '../components/keys.ts'
import type { MarkdownEditorHandle } from '../editor/markdown-editor.tsx'
import { useTrip } from '../state/open-trip.ts'
import { usePanes } from '../state/panes-state.ts'
import { EntryDetails } from './entry-details.tsx'
import { EntryAbstract } from './entry-abstract.tsx'
import { headOf, type EntryHead } from './entry-head.ts'
import { EntryMenu } from './entry-menu.tsx'
import { EntryText } from './entry-text.tsx'
import { formatDay } from './format-day.ts'
import { KindButtons } from './kind-buttons.tsx'
import { TitleField } from './title-field.tsx'
import { useEvening } from './use-evening.ts'
import '../components/bar.css'
import './entry-pane.css'

const EveningPane = lazy(async () => {
  const { EveningPane: pane } = await withMessages(() => import('./evening-pane.tsx'))
  return { default: pane }
})

/** The open entry without its text, which changes with every word and belongs to the editor. */
function useEntryHead(): EntryHead | null {
  return useTrip(
    useShallow(({ trip, entryId }) => {
      const entry = trip?.entries.find(({ id }) => id === entryId)
      return entry ? headOf(entry) : null
    }),
  )
}

const keyOf = (id: CommandId) => shownTogether(chordsOf(id).slice(0, 1))

export interface EntryPaneProps {
  editor: Ref<MarkdownEditorHandle>
  commands: CommandParts<'journal'>
  /** Moves into the text. */
  onWrite: () => void
  /** Returns to the list. */
  onLeave: () => void
}

/** The open entry: its kind, its fields and its text. */
export const EntryPane = memo(function EntryPane({ editor, commands, onWrite, onLeave }: EntryPaneProps) {
  const entry = useEntryHead()
  const place = useTrip(
    useShallow(({ trip }) => ({
      tripId: trip?.id ?? '',
      timeZone: trip?.timeZone ?? 'UTC',
      language: trip?.language ?? 'en',
    })),
  )
  const focusEditor = useTrip((state) => state.focusEditor)
  const focusTaken = useTrip((state) => state.focusTaken)
  const editEntry = useTrip((state) => state.editEntry)
  const isReadOnly = useReadOnlyArea()

  const isDayEmpty = useTrip(
    ({ trip, day, all }) => all === null && (trip?.entries.every((one) => one.day !== day) ?? true),
  )

  const areHidden = usePanes((state) => state.areHidden)
  const showLists = () => void commands['toggle-lists'].run()

  const isLookingBack = useEvening('entries')?.isShown === true
  if (!entry && isLookingBack) {
    return (
      <Suspense fallback={<section className="entry-pane" aria-label={t('journal.entry')} data-pane />}>
        <EveningPane onLeave={onLeave} />
      </Suspense>
    )
  }

  // If the day is empty, the list shows that, and what to do.
  if (!entry && isDayEmpty && !areHidden)
    return <section className="entry-pane" aria-label={t('journal.entry')} data-pane />
  if (!entry) {
    return (
      <section className="entry-pane entry-pane-empty" aria-label={t('journal.entry')} data-pane>
        <EmptyState
          title={t('journal.none-open')}
          action={
            areHidden && (
              <Button className="entry-show-lists" icon={<PanelLeft aria-hidden />} onPress={showLists}>
                {t('journal.show-lists')}
              </Button>
            )
          }
        >
          {isReadOnly
            ? t('journal.choose')
            : t('journal.choose-or-begin', {
                note: keyOf('new-note'),
                talk: keyOf('new-talk'),
                person: keyOf('new-person'),
              })}
        </EmptyState>
      </section>
    )
  }

  const title = entryTitle(entry)
  const name = title || render(unnamedEntry(entry.kind))
  const kindName = t(`entry.kind.${entry.kind}`)
  const edit = (changes: EntryChanges) => editEntry(entry.id, changes)
  const focusTitle = focusEditor && entryKindRules[entry.kind].isTitledFirst && title === ''
  return (
    // Esc returns to the list from every field of the entry, as it does from the text.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="entry-pane"
      aria-label={t('journal.entry-name', { kind: kindName, name })}
      data-pane
      data-undo="trip"
      onKeyDown={(event) => {
        const isLeaving = isCommandKey('leave-entry', event) && !event.defaultPrevented
        if (isLeaving && event.currentTarget.contains(document.activeElement)) onLeave()
      }}
    >
      <header className="entry-head">
        <Button kind="plain" className="entry-back" icon={<ChevronLeft aria-hidden />} onPress={onLeave}>
          {formatDay(entry.day)}
        </Button>
        {areHidden && (
          <IconButton
            className="entry-show-lists"
            label={t('journal.show-lists')}
            keys={chordsOf('toggle-lists')[0]}
            icon={<PanelLeft aria-hidden />}
            onPress={showLists}
          />
        )}
        <KindButtons kind={entry.kind} commands={commands} />
        <span className="bar-space" />
        <IconToggle
          label={entry.highlight ? t('journal.highlighted') : t('journal.mark-highlight')}
          icon={<Star aria-hidden />}
          className="entry-star"
          isSelected={entry.highlight}
          onChange={(highlight) => edit({ highlight })}
        />
        <IconToggle
          label={entry.private ? t('journal.private-now') : t('journal.keep-private')}
          icon={entry.private ? <Lock aria-hidden /> : <Eye aria-hidden />}
          isSelected={entry.private}
          onChange={(isPrivate) => edit({ private: isPrivate })}
        />
        <EntryMenu commands={commands} />
      </header>
      <div className="entry-fields" key={`${entry.id} ${entry.kind}`}>
        <TitleField
          entry={entry}
          timeZone={place.timeZone}
          edit={edit}
          focus={focusTitle}
          onFocusTaken={focusTaken}
          onEnter={onWrite}
        />
        <EntryDetails entry={entry} timeZone={place.timeZone} edit={edit} onLeave={onWrite} />
        <EntryAbstract key={entry.id} entryId={entry.id} />
      </div>
      <EntryText
        ref={editor}
        entryId={entry.id}
        name={name}
        language={place.language}
        tripId={place.tripId}
        focus={focusEditor && !focusTitle}
        onLeave={onLeave}
      />
    </section>
  )
})
