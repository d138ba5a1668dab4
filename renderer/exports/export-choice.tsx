import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { ExportMemory, ExportTarget } from '../../electron/shared/contract/exports.ts'
import { listMissing } from '../../electron/shared/describe-export.ts'
import { formatInstant } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { MissingPicture } from '../../electron/shared/missing-pictures.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { now } from '../../electron/shared/time.ts'
import { Button } from '../components/button.tsx'
import { Note, Problem } from '../components/problem.tsx'
import { localTimeZone } from '../format/clocks.ts'
import { useApp } from '../state/app-state.ts'
import { type Entered, OptionFields } from './option-fields.tsx'
import '../components/field.css'
import '../components/folder.css'
import './export-choice.css'

interface Props {
  targets: readonly ExportTarget[]
  target: ExportTarget
  onTarget: (target: string) => void
  entered: Entered
  onEntered: (entered: Entered) => void
  /** Pictures that no export can show. */
  missing: readonly MissingPicture[]
  memory: ExportMemory
  onChooseFolder: () => void
  /** Why the last attempt failed. */
  failure: Failure | null
}

/** The format of the export, its options, and the folder that it is written to. */
export function ExportChoice(props: Props) {
  const { targets, target, onTarget, entered, onEntered, missing, memory, onChooseFolder, failure } = props
  return (
    <>
      <RadioGroup className="export-targets" value={target.id} onChange={onTarget}>
        <Label className="field-label export-targets-label">{t('export.what')}</Label>
        {targets.map(({ id, name, description }) => (
          <Radio
            key={id}
            value={id}
            className="export-target"
            aria-label={render(name)}
            aria-describedby={`target-${id}`}
          >
            <span className="export-target-mark" aria-hidden />
            <span className="export-target-text">
              <span className="export-target-name">{render(name)}</span>
              <span id={`target-${id}`} className="quiet">
                {render(description)}
              </span>
            </span>
          </Radio>
        ))}
      </RadioGroup>
      <OptionFields options={target.options} entered={entered} onChange={onEntered} />
      {target.makes !== 'clipboard' && <ExportFolder memory={memory} onChoose={onChooseFolder} />}
      {missing.length > 0 && target.shows.tripPictures && (
        <Note>{t('export.before.missing', { count: missing.length, pictures: listMissing(missing) })}</Note>
      )}
      {failure && <Problem>{render(failure)}</Problem>}
    </>
  )
}

interface FolderProps {
  memory: ExportMemory
  onChoose: () => void
}

function ExportFolder({ memory: { folder, last }, onChoose }: FolderProps) {
  const canChooseFolders = useApp((state) => state.start.canChooseFolders)
  return (
    <div className="field">
      <span className="field-label">{t('export.where')}</span>
      <div className="folder">
        <span className="folder-path" data-verbatim>
          {folder}
        </span>
        {canChooseFolders && (
          <Button aria-label={t('export.change-folder')} onPress={onChoose}>
            {t('settings.change')}
          </Button>
        )}
      </div>
      {last && (
        <p className="field-description">
          {t('export.last', { name: lastPart(last.path), when: formatInstant(last.at, localTimeZone(), now()) })}
        </p>
      )}
    </div>
  )
}

/** The name of a file or folder. */
function lastPart(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path
}
