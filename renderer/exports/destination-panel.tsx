import type { Destination } from '../../electron/shared/destinations.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import '../components/field.css'
import '../components/folder.css'
import '../components/outcome.css'

interface Props {
  destination: Destination
  onEdit: () => void
  onRemove: () => void
}

/** Where the chosen destination is, and what can be done with it. */
export function DestinationPanel({ destination: { name, folder }, onEdit, onRemove }: Props) {
  return (
    <div className="field">
      <span className="field-label">{t('export.where')}</span>
      <p className="folder-path" data-verbatim>
        {folder}
      </p>
      <div className="outcome-actions">
        <Button aria-label={t('destination.edit-named', { name })} onPress={onEdit}>
          {t('destination.edit')}
        </Button>
        <Button aria-label={t('destination.remove-named', { name })} onPress={onRemove}>
          {t('destination.remove')}
        </Button>
      </div>
      <p className="field-description">{t('destination.remove.description')}</p>
    </div>
  )
}
