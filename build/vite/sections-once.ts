import type { Plugin } from 'vite'

/** The file of React Aria that draws a row of a list. */
const file = /\/react-aria\/dist\/private\/gridlist\/useGridListItem\.mjs$/

/** For each row, it goes through the whole list to find out whether that has sections. */
const search = /let nodes = \[\s*\.\.\.collection\s*\];/
const use = "nodes.find((node)=>node.type === 'section')"

/** A list never changes: another one takes its place. */
const helper = `
const sectioned = new WeakMap();
function hasSections(collection) {
  const known = sectioned.get(collection);
  if (known !== undefined) return known;
  const found = [...collection].some((node) => node.type === 'section');
  sectioned.set(collection, found);
  return found;
}
`

/** Looks for sections once in each list. With 1,000 rows, a fifth of what another row takes to be chosen went there. */
export function sectionsOnce(): Plugin {
  return {
    name: 'lanyard:sections-once',
    enforce: 'pre',
    transform(code, id) {
      if (!file.test(id)) return null
      if (!search.test(code) || !code.includes(use)) {
        throw new Error(`${id} no longer looks for sections as it did. See whether sections-once.ts is still needed.`)
      }
      return { code: code.replace(search, '').replace(use, 'hasSections(collection)') + helper, map: null }
    },
  }
}
