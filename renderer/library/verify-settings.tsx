import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import '../components/field.css'
import '../components/folder.css'

/** The setting that leads to the check of every file of the library or its backup. */
export function VerifySettings({ onOpen }: { onOpen: () => void }) {
  return (
    <div className="field">
      <span className="field-label">{t('settings.files')}</span>
      <div className="folder">
        <Button onPress={onOpen}>{t('settings.verify')}</Button>
      </div>
      <span className="field-description">{t('settings.verify-note')}</span>
    </div>
  )
}
