import { EditorView, WidgetType } from '@codemirror/view'
import { t } from '../../electron/shared/messages/translate.ts'
import { editorHost } from './editor-host.ts'
import { readPicture, writePicture, type PictureMarkdown } from './picture-syntax.ts'
import './picture-widget.css'

/** The assumed height of a picture until it is measured, in pixels. It keeps scrolling from jumping too far. */
const USUAL_HEIGHT = 320

interface Parts {
  image: HTMLImageElement
  problem: HTMLElement
  caption: HTMLInputElement
  alt: HTMLInputElement
}

const partsOf = new WeakMap<HTMLElement, Parts>()

function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: { className: string },
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties)
}

/** The line of the text that an element represents. */
function lineOf(view: EditorView, element: HTMLElement) {
  return view.state.doc.lineAt(view.posAtDOM(element))
}

/** Writes what was typed below a picture into the text: it is stored only in the Markdown. */
function rewrite(view: EditorView, element: HTMLElement, changes: Partial<PictureMarkdown>): void {
  const line = lineOf(view, element)
  const picture = readPicture(line.text)
  if (!picture) return
  const insert = writePicture({ ...picture, ...changes })
  if (insert !== line.text)
    view.dispatch({ changes: { from: line.from, to: line.to, insert }, userEvent: 'input.type' })
}

function removePicture(view: EditorView, element: HTMLElement): void {
  const { from, to } = lineOf(view, element)
  const end = Math.min(to + 1, view.state.doc.length)
  view.dispatch({ changes: { from, to: end }, selection: { anchor: from }, userEvent: 'delete' })
  view.focus()
}

function selectPicture(view: EditorView, element: HTMLElement): void {
  const { from, to } = lineOf(view, element)
  view.dispatch({ selection: { anchor: from, head: to } })
  view.focus()
}

/** Moves the cursor back into the text, after the picture. */
function leaveDown(view: EditorView, element: HTMLElement): void {
  view.dispatch({ selection: { anchor: Math.min(lineOf(view, element).to + 1, view.state.doc.length) } })
  view.focus()
}

/** A picture that has just been inserted above the cursor pushes it down as soon as its height is known. */
function keepCursorInView(view: EditorView, element: HTMLElement): void {
  if (!view.hasFocus || !element.isConnected) return
  const { head } = view.state.selection.main
  const { to } = lineOf(view, element)
  if (head >= to && head <= to + 2) view.dispatch({ effects: EditorView.scrollIntoView(head) })
}

function field(label: string, properties: { className: string; placeholder: string }): HTMLInputElement {
  const input = make('input', properties)
  input.type = 'text'
  input.setAttribute('aria-label', label)
  return input
}

/** The button that makes a picture the cover of the trip, where that can be chosen. */
function coverButton(view: EditorView, figure: HTMLElement): HTMLElement[] {
  const cover = view.state.facet(editorHost).pictures?.cover
  if (cover === undefined || view.state.readOnly) return []
  const button = make('button', { className: 'cm-picture-button' })
  button.type = 'button'
  const photoId = () => readPicture(lineOf(view, figure).text)?.photoId ?? null
  const name = () => {
    button.textContent = cover.isChosen(photoId() ?? '') ? t('editor.picture.no-cover') : t('editor.picture.cover')
  }
  button.textContent = t('editor.picture.cover')
  // The choice can change elsewhere. It matters when one turns to the button, which is hidden until then.
  for (const event of ['pointerenter', 'focusin']) figure.addEventListener(event, name)
  button.addEventListener('click', () => {
    const id = photoId()
    if (id !== null) cover.choose(cover.isChosen(id) ? null : id)
    name()
  })
  return [button]
}

/** A picture of the trip in place of its line, with fields for its caption and its description. */
export class PictureWidget extends WidgetType {
  readonly picture: PictureMarkdown
  /** Whether the cursor is beside it, or it is selected. */
  readonly isTouched: boolean

  constructor(picture: PictureMarkdown, isTouched: boolean) {
    super()
    this.picture = picture
    this.isTouched = isTouched
  }

  override eq({ picture, isTouched }: PictureWidget) {
    return (
      isTouched === this.isTouched &&
      picture.photoId === this.picture.photoId &&
      picture.alt === this.picture.alt &&
      picture.caption === this.picture.caption
    )
  }

  override get estimatedHeight() {
    return USUAL_HEIGHT
  }

  /** The editor ignores events in the fields and buttons inside. */
  override ignoreEvent() {
    return true
  }

  override toDOM(view: EditorView): HTMLElement {
    const figure = make('div', { className: 'cm-picture' })
    figure.setAttribute('role', 'group')
    const parts: Parts = {
      image: make('img', { className: 'cm-picture-image' }),
      problem: make('p', { className: 'cm-picture-problem' }),
      caption: field(t('editor.picture.caption'), {
        className: 'cm-picture-caption',
        placeholder: t('editor.picture.caption'),
      }),
      alt: field(t('editor.picture.description'), {
        className: 'cm-picture-alt',
        placeholder: t('editor.picture.description-hint'),
      }),
    }
    partsOf.set(figure, parts)
    parts.image.draggable = false
    parts.problem.hidden = true
    const remove = make('button', { className: 'cm-picture-button' })
    remove.type = 'button'
    remove.textContent = t('editor.picture.remove')
    remove.title = t('editor.picture.remove-note')
    remove.addEventListener('click', () => removePicture(view, figure))
    const row = make('div', { className: 'cm-picture-row' })
    row.append(parts.alt, ...coverButton(view, figure), remove)
    figure.append(parts.image, parts.problem, parts.caption, row)

    parts.image.addEventListener('mousedown', (event) => {
      event.preventDefault()
      selectPicture(view, figure)
    })
    // The height of a picture is only known now.
    parts.image.addEventListener('load', () => {
      view.requestMeasure()
      keepCursorInView(view, figure)
    })
    parts.image.addEventListener('error', () => {
      parts.image.hidden = true
      parts.problem.hidden = false
      parts.problem.textContent = t('editor.picture.missing')
      view.requestMeasure()
    })
    parts.caption.addEventListener('input', () => rewrite(view, figure, { caption: parts.caption.value }))
    parts.alt.addEventListener('input', () => rewrite(view, figure, { alt: parts.alt.value }))
    for (const input of [parts.caption, parts.alt]) {
      input.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        leaveDown(view, figure)
      })
    }
    this.fill(figure, view, null)
    return figure
  }

  override updateDOM(dom: HTMLElement, view: EditorView, from: PictureWidget): boolean {
    if (!partsOf.has(dom)) return false
    this.fill(dom, view, from.picture)
    return true
  }

  private fill(figure: HTMLElement, view: EditorView, before: PictureMarkdown | null): void {
    const parts = partsOf.get(figure)
    if (!parts) return
    const { photoId, alt, caption } = this.picture
    figure.setAttribute(
      'aria-label',
      alt === '' ? t('editor.picture') : t('editor.picture.named', { description: alt }),
    )
    figure.className = this.isTouched ? 'cm-picture cm-picture-touched' : 'cm-picture'
    parts.image.alt = alt
    // The field that the user is typing in caused the change, and keeps its cursor.
    if (parts.alt.value !== alt) parts.alt.value = alt
    if (parts.caption.value !== caption) parts.caption.value = caption
    if (before?.photoId === photoId) return
    parts.image.hidden = false
    parts.problem.hidden = true
    const address = view.state.facet(editorHost).pictures?.address(photoId)
    if (address !== undefined) parts.image.src = address
  }
}
