import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { ExportTarget } from '../../electron/shared/contract/exports.ts'
import { listMissing } from '../../electron/shared/describe-export.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { MissingPicture } from '../../electron/shared/missing-pictures.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Checkbox } from '../components/switch.tsx'
import { Note, Problem } from '../components/problem.tsx'
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
  /** Why the last attempt failed. */
  failure: Failure | null
  replace: boolean
  onReplace: (replace: boolean) => void
}

/** The format of the export, its options, and the folder that it is written to. */
export function ExportChoice(props: Props) {
  const { targets, target, onTarget, entered, onEntered, missing, failure, replace, onReplace } = props
  // Asked until the next attempt, or until another target is chosen, whose files may have another name.
  const isTaken = failure?.code === 'export.target-exists'
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
      <ExportFolder />
      {missing.length > 0 && target.shows.tripPictures && (
        <Note>{t('export.before.missing', { count: missing.length, pictures: listMissing(missing) })}</Note>
      )}
      {failure && <Problem>{render(failure)}</Problem>}
      {isTaken && (
        <Checkbox isSelected={replace} onChange={onReplace}>
          {t('export.replace')}
        </Checkbox>
      )}
    </>
  )
}

async function chooseFolder(): Promise<void> {
  const answer = await bridge.call('settings.chooseExports', {})
  if (!answer.ok) useApp.getState().showFailure(answer.error)
  else if (answer.value) useApp.getState().setStart(answer.value)
}

function ExportFolder() {
  const { exports: folder, canChooseFolders } = useApp((state) => state.start)
  return (
    <div className="field">
      <span className="field-label">{t('export.where')}</span>
      <div className="folder">
        <span className="folder-path" data-verbatim>
          {folder}
        </span>
        {canChooseFolders && (
          <Button aria-label={t('export.change-folder')} onPress={() => void chooseFolder()}>
            {t('settings.change')}
          </Button>
        )}
      </div>
    </div>
  )
}
