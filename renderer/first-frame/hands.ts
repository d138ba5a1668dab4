import type { StandingFrame } from './standing-frame.ts'

/*
 * Runs inside the document of a first frame, before any other code of the page: it notes what is clicked and typed, shows
 * at once that it has been noticed, and begins to load the page as soon as the frame has been painted. Nothing can be
 * imported here but types.
 */

/** How long a button of the mouse may be held down, in milliseconds, before the page no longer waits for the click. */
const MAX_HELD = 1_000

/** How many tasks of the page may pass until something has the focus. */
const MAX_TASKS = 20

/** Where an element is, in words that hold for the same element of the page that is drawn instead. */
interface Spot {
  /** The trip that it belongs to. */
  key: string | null
  /** Positions among the children, from there or from the root. */
  path: number[]
  tag: string
  label: string | null
}

type Noted = { at: Spot; click: true } | { at: Spot; menu: MouseEventInit } | { key: KeyboardEventInit }

const root = document.getElementById('root') ?? document.body
const noted: Noted[] = []
/** Whether the page has drawn, and events are held back only because others have to be carried out before them. */
let isDrawn = false
let isHeld = false
let onRelease = () => {}

const labelOf = (element: Element) => element.getAttribute('aria-label')

function spotOf(element: Element): Spot {
  const keyed = element.closest('[data-key]')
  const base = keyed ?? root
  const path: number[] = []
  for (let at = element; at !== base && at.parentElement !== null; at = at.parentElement) {
    path.unshift([...at.parentElement.children].indexOf(at))
  }
  return { key: keyed?.getAttribute('data-key') ?? null, path, tag: element.localName, label: labelOf(element) }
}

function elementAt({ key, path, tag, label }: Spot): HTMLElement | null {
  let at: Element | null | undefined = key === null ? root : root.querySelector(`[data-key="${CSS.escape(key)}"]`)
  for (const position of path) at = at?.children[position]
  return at instanceof HTMLElement && at.localName === tag && labelOf(at) === label ? at : null
}

const actionAt = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('button:not([disabled]), [role="row"]') : null

const isField = (target: EventTarget | null) => target instanceof HTMLInputElement

const stop = (event: Event) => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function onClick(event: MouseEvent): void {
  const action = actionAt(event.target)
  // What is carried out later comes by here once more.
  if (action === null || !event.isTrusted) return
  stop(event)
  const at = spotOf(action)
  // A second click on the same thing is the end of a double click.
  if (noted.some((other) => 'click' in other && JSON.stringify(other.at) === JSON.stringify(at))) return
  noted.push({ at, click: true })
  action.dataset['pressed'] = 'true'
}

function onContextMenu(event: MouseEvent): void {
  const action = actionAt(event.target)
  if (action === null || !event.isTrusted) return
  stop(event)
  const { clientX, clientY, button, buttons } = event
  noted.push({ at: spotOf(action), menu: { clientX, clientY, button, buttons } })
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'AltGraph'])
/** They move the cursor of a field or change its text. */
const editing = new Set(['Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])

/** Whether the browser itself, or the menu of the program, does what a key does in the page. */
function isNative({ target, key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  if (isComposing || ctrlKey || metaKey || altKey || modifiers.has(key) || /^F\d|^Page/.test(key)) return true
  // What comes after a noted key has to wait for it.
  if (noted.some((event) => 'key' in event)) return false
  if (key === 'Tab') return true
  if (isField(target)) return key.length === 1 || editing.has(key)
  // Becomes a click.
  return (key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement
}

function onKeyDown(event: KeyboardEvent): void {
  if (isNative(event) || !event.isTrusted) return
  stop(event)
  const { key, code, shiftKey, repeat, location } = event
  noted.push({ key: { key, code, shiftKey, repeat, location } })
}

/** Buttons are styled by what React Aria notes about them. */
function onHover({ target }: Event): void {
  if (isDrawn) return
  root.querySelector('[data-hovered]')?.removeAttribute('data-hovered')
  actionAt(target)?.setAttribute('data-hovered', 'true')
}

function onPointer(event: Event): void {
  isHeld = event.type === 'pointerdown'
  if (!isHeld) onRelease()
  // The page already has controls that would answer to it, too.
  if (isDrawn) event.stopImmediatePropagation()
}

const listeners: [names: string[], listener: (event: never) => void][] = [
  [['click'], onClick],
  [['contextmenu'], onContextMenu],
  [['keydown'], onKeyDown],
  [['pointerover'], onHover],
  [['pointerdown', 'pointerup', 'pointercancel'], onPointer],
]

function listen(does: 'addEventListener' | 'removeEventListener'): void {
  // Each listener is called with the events of its names.
  for (const [names, listener] of listeners)
    for (const name of names) window[does](name, listener as EventListener, true)
}

/** Resolves when no button of the mouse is down, so that the element that it is to click is still there then. */
async function whenReleased(): Promise<void> {
  if (!isHeld) return
  await new Promise<void>((resolve) => {
    onRelease = resolve
    setTimeout(resolve, MAX_HELD)
  })
  await nextTask()
}

const nextTask = () => new Promise<void>((resolve) => void setTimeout(resolve))

/** Notes the state of the frame itself. Returns a function that gives it to the page that was drawn instead. */
function noteState(): () => void {
  const { activeElement: focused } = document
  const all = [...root.querySelectorAll<HTMLElement>('*')]
  const focus = focused !== null && focused !== root && root.contains(focused) ? spotOf(focused) : null
  const scrolled = all.filter(({ scrollTop }) => scrollTop > 0).map((at) => ({ at: spotOf(at), top: at.scrollTop }))
  const filled = all
    .filter((at) => at instanceof HTMLInputElement && at.value !== '')
    .map((at) => ({ at: spotOf(at), value: at instanceof HTMLInputElement ? at.value : '' }))
  return () => {
    for (const { at, value } of filled) fill(elementAt(at), value)
    for (const { at, top } of scrolled) elementAt(at)?.scrollTo({ top, behavior: 'instant' })
    if (focus !== null) elementAt(focus)?.focus({ preventScroll: true })
  }
}

function fill(field: HTMLElement | null, value: string): void {
  if (!(field instanceof HTMLInputElement)) return
  field.focus({ preventScroll: true })
  field.select()
  // As if typed, so that the page learns of it. There is no other way to do that.
  // oxlint-disable-next-line typescript/no-deprecated
  document.execCommand('insertText', false, value)
}

function carryOut(event: Noted): void {
  if ('key' in event) return press(event.key)
  const target = elementAt(event.at)
  if ('click' in event) target?.click()
  else target?.dispatchEvent(new MouseEvent('contextmenu', { ...event.menu, bubbles: true, cancelable: true }))
}

function press(key: KeyboardEventInit): void {
  const target = document.activeElement ?? document.body
  const options = { ...key, bubbles: true, cancelable: true }
  if (target.dispatchEvent(new KeyboardEvent('keydown', options))) actOn(target, key)
  target.dispatchEvent(new KeyboardEvent('keyup', options))
}

/** Does what the browser does with a key that the page leaves to it. */
function actOn(target: Element, { key = '', shiftKey }: KeyboardEventInit): void {
  if (key === 'Tab') moveFocus(target, shiftKey === true)
  else if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) target.click()
  // oxlint-disable-next-line typescript/no-deprecated
  else if (key.length === 1) document.execCommand('insertText', false, key)
}

function moveFocus(from: Element, back: boolean): void {
  const stops = [...document.querySelectorAll<HTMLElement>('button, input, textarea, [tabindex]')].filter(
    (element) => element.tabIndex >= 0 && !element.matches(':disabled') && element.getClientRects().length > 0,
  )
  const index = stops.findIndex((element) => element === from)
  stops.at(back ? index - 1 : (index + 1) % stops.length)?.focus()
}

async function takeOver(draw: () => void): Promise<void> {
  await whenReleased()
  const giveState = noteState()
  draw()
  giveState()
  isDrawn = true
  // The page gives the focus once it has drawn, and keys belong to what has it.
  for (let task = 0; noted.length > 0 && document.activeElement === document.body && task < MAX_TASKS; task++)
    await nextTask()
  // What is done in the meantime comes after what was done before.
  for (const event of noted) {
    carryOut(event)
    await nextTask()
  }
  listen('removeEventListener')
  delete window.firstFrame
}

window.firstFrame = { takeOver } satisfies StandingFrame
listen('addEventListener')

/** The address of the page's own code. */
const program = document.currentScript?.dataset['program'] ?? ''
// Chromium would otherwise load and evaluate all of it before it paints anything.
requestAnimationFrame(() => void setTimeout(() => void import(/* @vite-ignore */ program)))
