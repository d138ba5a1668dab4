import type { Difference } from '../../electron/shared/history.ts'
import { isTitleName } from '../../electron/shared/entries/fields.ts'
import { Button } from '../components/button.tsx'
import { isProse, nameField, sayValue } from './field-names.ts'
import { NAMELESS, sayPart, saySince } from './say-changes.ts'
import { Segments } from './segments.tsx'
import './differences.css'

type Field = Difference['fields'][number]

/** Of an entry that came or went as a whole: its name stands above, and what was never set says nothing. */
function isWorthTelling({ field, segments }: Field): boolean {
  return !isTitleName(field) && (segments.length !== 1 || segments[0]?.text !== 'no')
}

function FieldView({ field, isAlone }: { field: Field; isAlone: boolean }) {
  const prose = isProse(field.field)
  return (
    <div className="difference-field">
      {/* A text that stands alone is known for what it is. */}
      {!(isAlone && prose) && <h4 className="difference-name">{nameField(field.field)}</h4>}
      <p className={`difference-text ${prose ? 'difference-prose' : ''}`}>
        <Segments segments={field.segments} say={(text) => sayValue(field.field, text)} />
      </p>
    </div>
  )
}

export interface DifferencesProps {
  differences: readonly Difference[]
  /** Makes one entry as it was; without it there is nothing to press. */
  onRestore?: (entryId: string, title: string) => void
}

/** What is otherwise now than it was in a version: a block for each entry, and for what is none. */
export function Differences({ differences, onRestore }: DifferencesProps) {
  return differences.map((difference) => {
    const { what, entryId, title, fields } = difference
    const name = entryId === null ? sayPart(title) : title.trim() || NAMELESS
    const told = what === 'changed' || what === 'moved' ? fields : fields.filter(isWorthTelling)
    return (
      <section key={`${entryId ?? ''} ${title}`} className="difference" aria-label={name}>
        <header className="difference-head">
          <h3 className="difference-title">{name}</h3>
          <span className="difference-what">{saySince(what)}</span>
          {/* What was not there then cannot be as it was; the whole version without it can. */}
          {onRestore && entryId !== null && what !== 'added' && (
            <Button aria-label={`Restore ${name}`} onPress={() => onRestore(entryId, name)}>
              Restore
            </Button>
          )}
        </header>
        {told.map((field) => (
          <FieldView key={field.field} field={field} isAlone={told.length === 1} />
        ))}
      </section>
    )
  })
}
