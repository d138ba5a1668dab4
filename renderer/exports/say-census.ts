import type { Census } from '../../electron/shared/contract/exports.ts'

const names: readonly { key: keyof Census; one: string; more: string }[] = [
  { key: 'headings', one: 'heading', more: 'headings' },
  { key: 'paragraphs', one: 'paragraph', more: 'paragraphs' },
  { key: 'listItems', one: 'list item', more: 'list items' },
  { key: 'quotes', one: 'quote', more: 'quotes' },
  { key: 'links', one: 'link', more: 'links' },
  { key: 'pictures', one: 'picture', more: 'pictures' },
]

const number = new Intl.NumberFormat('en')

/**
 * What was read back from the written files, in words. Kinds of which there are none are left out.
 *
 * @example sayCensus({ headings: 12, paragraphs: 41, pictures: 1, … }) // "12 headings, 41 paragraphs, 1 picture"
 */
export function sayCensus(census: Census): string {
  const parts = names
    .filter(({ key }) => census[key] > 0)
    .map(({ key, one, more }) => `${number.format(census[key])} ${census[key] === 1 ? one : more}`)
  return parts.length > 0 ? parts.join(', ') : 'a post without text'
}
