import { FileText, FolderOpen } from 'lucide-react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { formatSize } from '../../electron/shared/messages/format.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from '../components/button.tsx'
import { fromDrop } from './dropped-files.ts'
import { fromInput, totalSize, type ChosenFile } from './upload.ts'
import './file-picker.css'

interface Props {
  files: readonly ChosenFile[]
  onAdd: (files: readonly ChosenFile[]) => void
  onClear: () => void
}

/** Maximum number of names shown: as many as can be read at a glance. */
const SHOWN = 5

/** Files or a folder that are chosen, dropped or pasted. Only their contents are imported; no path leaves the page. */
export function FilePicker({ files, onAdd, onClear }: Props) {
  return (
    <DropZone
      aria-label={t('import.drop')}
      className="file-picker"
      onDrop={(event) => void fromDrop(event.items).then(onAdd, () => onAdd([]))}
    >
      {files.length === 0 ? (
        <Text slot="label">{t('import.drop')}</Text>
      ) : (
        <>
          <Text slot="label" className="file-picker-count">
            {t('import.files', { count: files.length, size: formatSize(totalSize(files)) })}
          </Text>
          <ul className="file-picker-names">
            {files.slice(0, SHOWN).map(({ name }) => (
              <li key={name} data-verbatim>
                {name}
              </li>
            ))}
            {files.length > SHOWN && (
              <li className="quiet">{t('import.more-files', { count: files.length - SHOWN })}</li>
            )}
          </ul>
        </>
      )}
      <div className="file-picker-buttons">
        <FileTrigger allowsMultiple onSelect={(list) => list && onAdd(fromInput(list))}>
          <Button icon={<FileText aria-hidden />}>{t('import.choose-files')}</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(list) => list && onAdd(fromInput(list))}>
          <Button icon={<FolderOpen aria-hidden />}>{t('import.choose-folder')}</Button>
        </FileTrigger>
        {files.length > 0 && (
          <Button kind="plain" onPress={onClear}>
            {t('import.clear')}
          </Button>
        )}
      </div>
    </DropZone>
  )
}
