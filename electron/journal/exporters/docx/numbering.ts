import { tag, type Xml, xmlFile } from '../xml/write-xml.ts'
import { STEP, WORD } from './styles.ts'

export type ListKind = 'bullet' | 'decimal' | 'task'

/** Word has no deeper lists. */
export const LEVELS = 9

const kinds: readonly ListKind[] = ['bullet', 'decimal', 'task']
const bullets = ['•', '◦', '▪']

/** The lists of a document. Each has a number of its own, so that it begins where it says and ends where it ends. */
export class Numbering {
  readonly #lists: { kind: ListKind; level: number; start: number }[] = []

  /**
   * Adds a list.
   *
   * @param level from 0; deeper ones than Word has get its deepest
   * @returns the list's number
   */
  add(kind: ListKind, level: number, start: number): number {
    return this.#lists.push({ kind, level, start })
  }

  file(): Uint8Array {
    return xmlFile(
      tag(
        'w:numbering',
        { 'xmlns:w': WORD },
        ...kinds.map((kind, index) => abstractList(kind, index)),
        ...this.#lists.map(({ kind, level, start }, index) =>
          tag(
            'w:num',
            { 'w:numId': index + 1 },
            tag('w:abstractNumId', { 'w:val': kinds.indexOf(kind) }),
            tag('w:lvlOverride', { 'w:ilvl': level }, tag('w:startOverride', { 'w:val': start })),
          ),
        ),
      ),
    )
  }
}

function abstractList(kind: ListKind, id: number): Xml {
  const levels = Array.from({ length: LEVELS }, (_, level) => {
    const sign = kind === 'decimal' ? `%${level + 1}.` : kind === 'task' ? '' : (bullets[level % bullets.length] ?? '•')
    return tag(
      'w:lvl',
      { 'w:ilvl': level },
      tag('w:start', { 'w:val': 1 }),
      tag('w:numFmt', { 'w:val': kind === 'decimal' ? 'decimal' : 'bullet' }),
      kind === 'task' ? tag('w:suff', { 'w:val': 'nothing' }) : null,
      tag('w:lvlText', { 'w:val': sign }),
      tag('w:lvlJc', { 'w:val': 'left' }),
      tag('w:pPr', {}, tag('w:ind', { 'w:left': (level + 1) * STEP, 'w:hanging': 340 })),
    )
  })
  return tag(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    tag('w:multiLevelType', { 'w:val': 'hybridMultilevel' }),
    levels,
  )
}
