import { Plus } from 'lucide-react'
import type { ExportMemory, ExportTarget } from '../../electron/shared/contract/exports.ts'
import { listMissing } from '../../electron/shared/describe-export.ts'
import { formatInstant } from '../../electron/shared/messages/format.ts'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { MissingPicture } from '../../electron/shared/missing-pictures.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { now } from '../../electron/shared/time.ts'
import type { Destination } from '../../electron/shared/destinations.ts'
import { destinationTarget } from '../../electron/shared/destination-target.ts'
import { Button } from '../components/button.tsx'
import { Note, Problem } from '../components/problem.tsx'
import { localTimeZone } from '../format/clocks.ts'
import { useApp } from '../state/app-state.ts'
import { DestinationPanel } from './destination-panel.tsx'
import { ExportTargets } from './export-targets.tsx'
import { type Entered, OptionFields } from './option-fields.tsx'
import type { UsedDestinations } from './use-destinations.ts'
import '../components/field.css'
import '../components/folder.css'

interface Props {
  targets: readonly ExportTarget[]
  destinations: readonly Destination[]
  /** The chosen target, or that of the chosen destination. */
  target: ExportTarget
  /** `null` if a target is chosen. */
  destination: Destination | null
  managing: UsedDestinations
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
  const { targets, destinations, target, destination, managing, onTarget, missing, memory, failure } = props
  const { entered, onEntered, onChooseFolder } = props
  const canChooseFolders = useApp((state) => state.start.canChooseFolders)
  return (
    <>
      <ExportTargets
        {...{ targets, destinations }}
        value={destination ? destinationTarget(destination) : target.id}
        lastUsed={memory.target}
        onChange={onTarget}
      />
      {canChooseFolders && (
        <div>
          <Button icon={<Plus aria-hidden />} onPress={() => void managing.begin()}>
            {t('destination.new')}
          </Button>
        </div>
      )}
      {destination ? (
        <DestinationPanel
          destination={destination}
          onEdit={() => managing.edit(destination)}
          onRemove={() => void managing.remove(destination)}
        />
      ) : (
        <>
          <OptionFields options={target.options} entered={entered} onChange={onEntered} />
          {target.makes !== 'clipboard' && <ExportFolder memory={memory} onChoose={onChooseFolder} />}
        </>
      )}
      {missing.length > 0 && target.shows.tripPictures && (
        <Note>{t('export.before.missing', { count: missing.length, pictures: listMissing(missing) })}</Note>
      )}
      {managing.failure && <Problem>{render(managing.failure)}</Problem>}
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
