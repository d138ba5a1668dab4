import { isTitleName } from '../../electron/shared/entries/fields.ts'
import type { Difference } from '../../electron/shared/history.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { SeenParts } from '../components/seen-parts.tsx'
import { nameOfChange } from './format-changes.ts'
import { formatValue, isProse, nameField } from './format-fields.ts'
import { Segments } from './segments.tsx'
import './differences.css'

/** The height of a difference of a few lines, in pixels. */
const DIFFERENCE_HEIGHT = 140

type Field = Difference['fields'][number]

/** Whether to show a field of an entry that was added or deleted: its title is the heading, and a flag that is off says nothing. */
function isInformative({ field, segments }: Field): boolean {
  return !isTitleName(field) && (segments.length !== 1 || segments[0]?.text !== 'no')
}

function FieldView({ field, isAlone }: { field: Field; isAlone: boolean }) {
  const prose = isProse(field.field)
  return (
    <div className="difference-field">
      {/* A text that is the only change needs no name. */}
      {!(isAlone && prose) && <h4 className="difference-name">{nameField(field.field)}</h4>}
      <p className={`difference-text ${prose ? 'difference-prose' : ''}`}>
        <Segments segments={field.segments} format={(text) => formatValue(field.field, text)} />
      </p>
    </div>
  )
}

export interface DifferencesProps {
  differences: readonly Difference[]
  /** Restores one entry. If it is left out, there are no buttons. */
  onRestore?: (entryId: string, title: string) => void
}

/** The differences between a version and now: a block for each entry and each part of the trip that changed. */
export function Differences({ differences, onRestore }: DifferencesProps) {
  const draw = (difference: Difference) => {
    const { what, fields } = difference
    const name = nameOfChange(difference)
    const entryId = difference.of === 'entry' ? difference.entryId : null
    const shown = what === 'changed' || what === 'moved' ? fields : fields.filter(isInformative)
    return (
      <section
        key={entryId ?? (difference.of === 'other-report' ? difference.reportId : difference.of)}
        className="difference"
        aria-label={name}
      >
        <header className="difference-head">
          <h3 className="difference-title">{name}</h3>
          <span className="difference-what">{t(`history.since.${what}`)}</span>
          {/* An entry that was added later has no earlier state. Only restoring the whole version removes it. */}
          {onRestore && entryId !== null && what !== 'added' && (
            <Button aria-label={t('history.restore-named', { name })} onPress={() => onRestore(entryId, name)}>
              {t('action.restore')}
            </Button>
          )}
        </header>
        {shown.map((field) => (
          <FieldView key={field.field} field={field} isAlone={shown.length === 1} />
        ))}
      </section>
    )
  }
  return (
    <SeenParts items={differences} itemHeight={DIFFERENCE_HEIGHT}>
      {draw}
    </SeenParts>
  )
}
