import { FileText, FolderOpen } from 'lucide-react'
import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { Button } from '../components/button.tsx'
import { fromDrop } from './dropped-files.ts'
import { fromInput, saySize, totalSize, type ChosenFile } from './upload.ts'
import './file-picker.css'

interface Props {
  files: readonly ChosenFile[]
  onAdd: (files: readonly ChosenFile[]) => void
  onClear: () => void
}

/** Maximum number of names shown: as many as one takes in at a glance. */
const SHOWN = 5

/** Takes files or a folder: chosen, dropped or pasted. Their contents are what is imported; no path leaves the page. */
export function FilePicker({ files, onAdd, onClear }: Props) {
  return (
    <DropZone className="file-picker" onDrop={(event) => void fromDrop(event.items).then(onAdd, () => onAdd([]))}>
      {files.length === 0 ? (
        <Text slot="label">Drop a file or a folder here</Text>
      ) : (
        <>
          <Text slot="label" className="file-picker-count">
            {files.length === 1 ? '1 file' : `${files.length} files`}, {saySize(totalSize(files))}
          </Text>
          <ul className="file-picker-names">
            {files.slice(0, SHOWN).map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
            {files.length > SHOWN && <li className="quiet">and {files.length - SHOWN} more</li>}
          </ul>
        </>
      )}
      <div className="file-picker-buttons">
        <FileTrigger allowsMultiple onSelect={(list) => list && onAdd(fromInput(list))}>
          <Button icon={<FileText aria-hidden />}>Choose files…</Button>
        </FileTrigger>
        <FileTrigger acceptDirectory onSelect={(list) => list && onAdd(fromInput(list))}>
          <Button icon={<FolderOpen aria-hidden />}>Choose a folder…</Button>
        </FileTrigger>
        {files.length > 0 && (
          <Button kind="plain" onPress={onClear}>
            Clear
          </Button>
        )}
      </div>
    </DropZone>
  )
}
