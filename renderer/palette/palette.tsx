import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { commandName } from '../commands/command-entries.tsx'
import { isCommandKey } from '../commands/command-keys.ts'
import { Finder, useClosing } from '../components/finder.tsx'
import { isPlain, macStep, shownKeys } from '../components/keys.ts'
import { chooseItems, withOthers } from './choose-items.ts'
import { chosenBefore, noteChosen } from './chosen.ts'
import type { PaletteItem } from './item.ts'
import { useFoundItems } from './use-found-items.ts'
import { usePaletteItems } from './use-palette-items.ts'
import '../components/finder.css'
import './palette.css'

/** How far a key moves the mark in the list; a page is about as many as are seen. */
const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/** Moves a mark in a list; single steps go on at the other end. */
function moved(at: number, by: number, count: number): number {
  if (count === 0) return 0
  if (Math.abs(by) > 1) return Math.min(Math.max(at + by, 0), count - 1)
  return (at + by + count) % count
}

/** How far a pressed key moves the mark; 0 if it does something else. */
function moveOf(event: KeyboardEvent): number {
  return isPlain(event) ? (moves[event.key] ?? 0) : macStep(event)
}

/** Finds places, entries and commands by name, and goes there or runs them. */
export function Palette() {
  const [before, close] = useClosing()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const all = usePaletteItems(Boolean(before?.closest('.cm-editor')))
  const found = useFoundItems(typed)
  const items = useMemo(() => chooseItems(withOthers(all, found), typed, chosenBefore()), [all, found, typed])
  const marked = items[Math.min(at, items.length - 1)]
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    if (marked) list.current?.children[items.indexOf(marked)]?.scrollIntoView({ block: 'nearest' })
  }, [items, marked])

  const choose = (item: PaletteItem | undefined) => {
    if (item === undefined) return
    noteChosen(item.id)
    // The command finds the focus where it was, and moves it from there.
    close()
    void item.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = moveOf(event)
    if (by !== 0) setAt(moved(Math.min(at, items.length - 1), by, items.length))
    else if (event.key === 'Enter') choose(marked)
    else if (event.key === 'Escape' || isCommandKey('palette', event)) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <Finder label={commandName('palette')} className="palette-veil" onClose={close}>
      <div className="finder-field">
        <Search aria-hidden />
        <input
          // The palette is this field.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          className="finder-input"
          role="combobox"
          aria-label={commandName('palette')}
          aria-expanded
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={marked && `${id} ${marked.id}`.replaceAll(' ', '-')}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* The list belongs to the field, as no element of HTML does. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role */}
      <div ref={list} className="finder-list" role="listbox" id={id} aria-label={t('palette.results')}>
        {items.map((item, index) => (
          <Item
            key={item.id}
            id={`${id} ${item.id}`.replaceAll(' ', '-')}
            item={item}
            isMarked={item === marked}
            onMark={() => setAt(index)}
            onChoose={() => choose(item)}
          />
        ))}
      </div>
      {items.length === 0 && <p className="palette-none">{t('palette.none')}</p>}
      <output className="visually-hidden">{typed !== '' && t('palette.count', { count: items.length })}</output>
    </Finder>
  )
}

interface ItemProps {
  id: string
  item: PaletteItem
  isMarked: boolean
  onMark: () => void
  onChoose: () => void
}

function Item({ id, item, isMarked, onMark, onChoose }: ItemProps) {
  const { label, detail, icon: Icon, keys } = item
  return (
    // The field has the focus and the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={isMarked}
      className="palette-item"
      onPointerMove={isMarked ? undefined : onMark}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="palette-icon">{Icon && <Icon aria-hidden />}</span>
      <span className="palette-label">{label}</span>
      {detail !== '' && <span className="palette-detail">{detail}</span>}
      {keys !== undefined && <kbd className="palette-keys">{shownKeys(keys)}</kbd>}
    </div>
  )
}
