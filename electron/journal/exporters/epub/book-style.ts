import { POST_STYLE } from '../../../shared/report/post-style.ts'

/**
 * The style of a book: that of every post, without what the reader decides. E-readers have their own fonts, margins and
 * colours, for day and night.
 */
export const BOOK_STYLE = expandLists(`
.post {
  --paper-sunk: rgba(128, 128, 128, 0.14);
  --ink: inherit;
  --ink-quiet: inherit;
  --line: rgba(128, 128, 128, 0.5);
  --line-control: rgba(128, 128, 128, 0.8);
  --accent: inherit;
  --attention-wash: rgba(255, 200, 0, 0.25);
  --hairline: 1px solid var(--line);
  --font-text: inherit;
  --font-code: monospace;
  --size-text: 1em;
  --leading-text: 1.5;
  --measure: none;
}
${POST_STYLE}
.post pre { white-space: pre-wrap; overflow-x: visible; }
.post img { max-height: 90vh; }
.post .pictures figure { margin: 0 0 1em; }
`)

/** Writes selectors with `:is()` out in full, because many e-readers do not know it. Rules must not be nested. */
function expandLists(css: string): string {
  const rules = css.replaceAll(/\/\*.*?\*\//gs, '')
  return rules.replaceAll(/^[^{}\n]*(?= \{)/gm, (selectors) => splitList(selectors).flatMap(expandList).join(', '))
}

function expandList(selector: string): string[] {
  const [whole, before = '', list = '', after = ''] = /^(.*?):is\(([^()]*)\)(.*)$/.exec(selector) ?? []
  if (whole === undefined) return [selector]
  // The rest may have a list of its own.
  return splitList(list).flatMap((part) => expandList(before + part + after))
}

/** The parts between commas that are not in parentheses. */
function splitList(list: string): string[] {
  return list.split(/,(?![^()]*\))/).map((part) => part.trim())
}
