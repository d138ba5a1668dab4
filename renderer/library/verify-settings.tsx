import { Button } from '../components/button.tsx'
import '../components/field.css'
import '../components/folder.css'

/** Where every file of the library, or of its backup, is read on request. */
export function VerifySettings({ onOpen }: { onOpen: () => void }) {
  return (
    <div className="field">
      <span className="field-label">Files</span>
      <div className="folder">
        <Button onPress={onOpen}>Check every file…</Button>
      </div>
      <span className="field-description">
        Reads all trips, pictures and earlier versions, and says whether any of them is damaged or missing.
      </span>
    </div>
  )
}
