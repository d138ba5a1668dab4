import type { Element, ElementContent } from 'hast'
import { markAttribution } from '../../shared/quote-attribution.ts'
import { attribute, element, hasClass, isElement, text, wordsOf } from './elements.ts'

/** The class of text that stands for a picture that is not in the page. */
export const ABSENT_PICTURE = 'absent-picture'

/**
 * Inserts pictures: a paragraph that consists only of pictures becomes figures, with their titles as captions. A
 * picture that does not belong to the trip would have to be loaded from elsewhere, so it becomes a link.
 *
 * @param addressOf the address under which a picture is shown; `null` if it cannot be
 */
export function setFigures(nodes: ElementContent[], addressOf: (url: string) => string | null): ElementContent[] {
  return nodes.map((node) => (node.type === 'element' ? setFigure(node, addressOf) : node))
}

function setFigure(node: Element, addressOf: (url: string) => string | null): ElementContent {
  if (node.tagName === 'img') return showImage(node, addressOf)
  // An `a` element without an address is not a link; its address was removed as unsafe.
  if (node.tagName === 'a' && node.properties['href'] === undefined) {
    return element('span', {}, setFigures(node.children, addressOf))
  }
  if (hasClass(node, 'task-list-item')) return { ...node, children: setFigures(labelBox(node).children, addressOf) }
  const images = node.tagName === 'p' ? onlyImages(node) : null
  const shown = images?.map((image) => ({ image, shown: showImage(image, addressOf) }))
  if (shown === undefined || shown.length === 0 || !shown.every((one) => isElement(one.shown, 'img'))) {
    const set = { ...node, children: setFigures(node.children, addressOf) }
    markAttribution(set)
    return set
  }
  const figures = shown.map((one) => makeFigure(one.image, one.shown))
  const [only] = figures
  if (figures.length === 1 && only !== undefined) return only
  return element(
    'div',
    { className: ['pictures'] },
    figures.flatMap((figure) => [text('\n'), figure]),
  )
}

/** Labels a task's checkbox with the task's words, for keyboards and screen readers. */
function labelBox<T extends Element>(node: T, words = wordsOf(node).replace(/\s+/g, ' ').trim()): T {
  const children = node.children.map((child) => {
    if (isElement(child, 'input')) return { ...child, properties: { ...child.properties, ariaLabel: words } }
    return isElement(child, 'p') ? labelBox(child, words) : child
  })
  return { ...node, children }
}

function onlyImages(paragraph: Element): Element[] | null {
  const images: Element[] = []
  for (const child of paragraph.children) {
    if (isElement(child, 'img')) images.push(child)
    else if (child.type !== 'text' || child.value.trim() !== '') return null
  }
  return images
}

function makeFigure(image: Element, shown: ElementContent): Element {
  const caption = attribute(image, 'title')
  if (caption === '' || !isElement(shown, 'img')) return element('figure', {}, [shown])
  const { title: _, ...properties } = shown.properties
  return element('figure', {}, [{ ...shown, properties }, element('figcaption', {}, [text(caption)])])
}

function showImage(image: Element, addressOf: (url: string) => string | null): Element {
  const url = attribute(image, 'src')
  const address = addressOf(url)
  // Every picture gets an alternative text, even if it is empty.
  const alt = attribute(image, 'alt')
  if (address !== null) return { ...image, properties: { ...image.properties, src: address, alt } }
  const words = text(alt || attribute(image, 'title') || url)
  const mark = { className: [ABSENT_PICTURE] }
  return /^https?:/i.test(url) ? element('a', { ...mark, href: url }, [words]) : element('span', mark, [words])
}
