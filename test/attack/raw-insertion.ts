import type { Page } from 'playwright-core'

/*
 * Puts HTML into a page as it is, past all sanitising, and then does with it whatever a user could. These are strings that
 * run in the page, because lint rules forbid all of this in the project's own code.
 */

const insertion = `(text) => {
  const policy = globalThis.trustedTypes?.createPolicy('attack', { createHTML: (given) => given })
  const html = policy === undefined ? text : policy.createHTML(text)
  const ground = document.body.appendChild(document.createElement('div'))
  ground.id = 'attacked'
  const box = () => ground.appendChild(document.createElement('div'))
  const inserted = (name, fields = {}) => box().appendChild(Object.assign(document.createElement(name), fields))
  const ways = [
    () => { box().innerHTML = html },
    () => { box().insertAdjacentHTML('beforeend', html) },
    () => { box().setHTMLUnsafe(html) },
    () => { box().attachShadow({ mode: 'open' }).innerHTML = html },
    () => { box().append(document.createRange().createContextualFragment(html)) },
    () => { box().append(document.importNode(new DOMParser().parseFromString(html, 'text/html').documentElement, true)) },
    () => { box().append(Object.assign(document.createElement('template'), { innerHTML: html }).content.cloneNode(true)) },
    () => { box().appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg')).innerHTML = html },
    () => { inserted('iframe').contentDocument.write(html) },
    () => { inserted('iframe', { srcdoc: html }) },
    () => { inserted('a', { href: text, textContent: 'x' }) },
    () => { inserted('form').setAttribute('action', text) },
    () => { inserted('button').setAttribute('onclick', text) },
    () => { inserted('script', { text }) },
  ]
  for (const way of ways) { try { way() } catch {} }
}`

/*
 * React follows `parentNode` from the target of an event, and never ends where a form has a field of that name. No policy can
 * prevent this, but sanitising does, because it leaves no forms and puts a prefix before ids.
 */
const use = `(selector) => {
  const parentOf = Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode').get
  const isEndless = (element) => {
    for (let node = element; node; node = parentOf.call(node)) if (node.parentNode !== parentOf.call(node)) return true
    return false
  }
  const ground = document.querySelector(selector) ?? document
  const all = [ground, ...ground.querySelectorAll('*')].flatMap((element) =>
    element.shadowRoot ? [element, ...element.shadowRoot.querySelectorAll('*')] : [element])
  const pointing = ['pointerover', 'pointerenter', 'mouseover', 'mouseenter', 'mousedown', 'pointerdown', 'mouseup']
  for (const element of all.slice(0, 5000)) {
    if (isEndless(element)) continue
    try {
      for (const name of pointing) element.dispatchEvent?.(new MouseEvent(name, { bubbles: true }))
      element.focus?.({ preventScroll: true })
      if (element.localName === 'form') element.requestSubmit?.()
      else if (element.click) element.click()
      else element.dispatchEvent?.(new MouseEvent('click', { bubbles: true, cancelable: true }))
    } catch {}
  }
}`

/** Inserts a text as HTML in each way that a page has for it, into an element that {@link removeRaw} removes. */
export async function insertRaw(page: Page, text: string): Promise<void> {
  await page.evaluate(`(${insertion})(${JSON.stringify(text)})`)
}

export async function removeRaw(page: Page): Promise<void> {
  await page.evaluate(`for (const ground of document.querySelectorAll('#attacked')) ground.remove()`)
}

/**
 * Points at, focuses, clicks and submits everything inside an element.
 *
 * @param selector the element; the whole page if there is none
 */
export async function useEverything(page: Page, selector = 'html'): Promise<void> {
  // The page may leave meanwhile, if nothing keeps it.
  await page.evaluate(`(${use})(${JSON.stringify(selector)})`).catch(() => {})
}
