import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  replaceAll,
  replaceNext,
  search,
  SearchQuery,
  setSearchQuery,
} from '@codemirror/search'
import type { Extension } from '@codemirror/state'
import { runScopeHandlers, type EditorView, type Panel, type ViewUpdate } from '@codemirror/view'
import type { CommandId } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { commandName } from '../commands/command-entries.tsx'
import { chordsOf } from '../commands/command-keys.ts'
import { shownTogether } from '../components/keys.ts'
import { notePressed } from './bind-key.ts'
import './search-panel.css'

/** Counting stops at this many matches: "Over 1,000". */
const MAX_COUNTED = 1_000
/** Pause in typing before matches are counted, in milliseconds. */
const COUNT_AFTER = 150

function textField(label: string, isMain: boolean): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'text'
  input.className = 'cm-find-field'
  input.placeholder = label
  input.setAttribute('aria-label', label)
  if (isMain) input.setAttribute('main-field', 'true')
  return input
}

function button(label: string, title: string, run: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'cm-find-button'
  element.textContent = label
  element.title = title
  element.addEventListener('click', run)
  return element
}

function toggle(label: string): { element: HTMLLabelElement; box: HTMLInputElement } {
  const element = document.createElement('label')
  element.className = 'cm-find-toggle'
  const box = document.createElement('input')
  box.type = 'checkbox'
  element.append(box, label)
  return { element, box }
}

function row(...children: HTMLElement[]): HTMLDivElement {
  const element = document.createElement('div')
  element.className = 'cm-find-row'
  element.append(...children)
  return element
}

/** The name of a command with its key, as in "Next match (F3)". */
const titleOf = (id: CommandId) =>
  t('editor.find.with-key', { action: commandName(id), key: shownTogether(chordsOf(id).slice(0, 1)) })

/** "3 of 12", if the selection is on a match. */
function formatMatches(view: EditorView, query: SearchQuery): string {
  if (!query.search) return ''
  if (!query.valid) return t('editor.find.not-a-pattern')
  const { from, to } = view.state.selection.main
  const cursor = query.getCursor(view.state)
  let count = 0
  let current = 0
  for (let match = cursor.next(); !match.done; match = cursor.next()) {
    count++
    if (match.value.from === from && match.value.to === to) current = count
    if (count >= MAX_COUNTED) return t('editor.find.over', { count: MAX_COUNTED })
  }
  if (count === 0) return t('editor.find.none')
  return current > 0 ? t('editor.find.position', { place: current, count }) : t('editor.find.count', { count })
}

/** Find and replace, with labels in the style of the window. */
class FindPanel implements Panel {
  readonly dom: HTMLElement
  readonly top = true
  private readonly view: EditorView
  private readonly find = textField(t('editor.find.find'), true)
  private readonly replacement = textField(t('editor.find.replace-with'), false)
  private readonly matchCase = toggle(t('editor.find.case'))
  private readonly words = toggle(t('editor.find.words'))
  private readonly count = document.createElement('span')
  private query: SearchQuery
  private counting: ReturnType<typeof setTimeout> | undefined

  constructor(view: EditorView) {
    this.view = view
    this.query = getSearchQuery(view.state)
    this.dom = document.createElement('div')
    this.dom.className = 'cm-find'
    this.dom.setAttribute('role', 'search')
    this.dom.setAttribute('aria-label', t('editor.find.panel'))
    this.count.className = 'cm-find-count'
    this.count.setAttribute('role', 'status')
    const replaceTitle = t('editor.find.with-key', { action: t('editor.find.replace-note'), key: t('key.enter') })
    const run = (command: (view: EditorView) => boolean) => () => void command(view)
    this.dom.append(
      row(
        this.find,
        this.count,
        button(t('editor.find.previous'), titleOf('find-previous'), run(findPrevious)),
        button(t('editor.find.next'), titleOf('find-next'), run(findNext)),
        button(t('editor.find.close'), titleOf('close-dialog'), run(closeSearchPanel)),
      ),
      row(
        this.replacement,
        button(t('editor.find.replace'), replaceTitle, run(replaceNext)),
        button(t('editor.find.replace-all'), t('editor.find.replace-all-note'), run(replaceAll)),
        this.matchCase.element,
        this.words.element,
      ),
    )
    this.show(this.query)
    this.dom.addEventListener('input', this.commit)
    this.dom.addEventListener('keydown', this.keydown)
    this.recount()
  }

  mount() {
    this.find.select()
  }

  update(update: ViewUpdate) {
    const set = update.transactions.flatMap(({ effects }) => effects).findLast((effect) => effect.is(setSearchQuery))
    if (set?.is(setSearchQuery) && !set.value.eq(this.query)) this.show(set.value)
    if (set || update.docChanged || update.selectionSet) this.recount()
  }

  destroy() {
    clearTimeout(this.counting)
  }

  private show(query: SearchQuery) {
    this.query = query
    this.find.value = query.search
    this.replacement.value = query.replace
    this.matchCase.box.checked = query.caseSensitive
    this.words.box.checked = query.wholeWord
  }

  private readonly commit = () => {
    const query = new SearchQuery({
      search: this.find.value,
      replace: this.replacement.value,
      caseSensitive: this.matchCase.box.checked,
      wholeWord: this.words.box.checked,
      // The search is literal: a backslash is just a backslash.
      literal: true,
    })
    if (query.eq(this.query)) return
    this.query = query
    this.view.dispatch({ effects: setSearchQuery.of(query) })
  }

  private recount() {
    clearTimeout(this.counting)
    this.counting = setTimeout(() => {
      this.count.textContent = formatMatches(this.view, this.query)
    }, COUNT_AFTER)
  }

  private readonly keydown = (event: KeyboardEvent) => {
    notePressed(event, this.view)
    if (runScopeHandlers(this.view, event, 'search-panel')) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Enter' && event.target === this.find) {
      event.preventDefault()
      ;(event.shiftKey ? findPrevious : findNext)(this.view)
    } else if (event.key === 'Enter' && event.target === this.replacement) {
      event.preventDefault()
      replaceNext(this.view)
    }
  }
}

export const findAndReplace: Extension = search({
  top: true,
  literal: true,
  createPanel: (view) => new FindPanel(view),
})
