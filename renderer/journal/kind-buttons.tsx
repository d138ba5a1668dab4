import { Group, ToggleButton } from 'react-aria-components'
import type { CommandsIn } from '../../electron/shared/commands.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { type EntryKind, entryKinds } from '../../electron/shared/trip.ts'
import { chordsOf } from '../commands/command-keys.ts'
import type { CommandParts } from '../commands/command-part.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { WithTooltip } from '../components/tooltip.tsx'
import { commandName } from '../commands/command-entries.tsx'
import { KindIcon } from './kind-icon.tsx'
import './kind-buttons.css'

const makes: Record<EntryKind, CommandsIn<'journal'>> = {
  talk: 'make-talk',
  note: 'make-note',
  encounter: 'make-person',
}

/** The kind of the open entry, and the other kinds that it can become with one click. */
export function KindButtons({ kind, commands }: { kind: EntryKind; commands: CommandParts<'journal'> }) {
  const isReadOnly = useReadOnlyArea()
  if (isReadOnly) {
    return (
      <span className="kind-buttons">
        <span className="kind-button" data-selected>
          <KindIcon kind={kind} />
          {t(`entry.kind.${kind}`)}
        </span>
      </span>
    )
  }
  return (
    <Group className="kind-buttons" aria-label={t('journal.kind')}>
      {/* The current kind comes first, at the edge of the text, and says its name. */}
      {[kind, ...entryKinds.filter((one) => one !== kind)].map((one) => (
        <WithTooltip key={one} text={commandName(makes[one])} keys={chordsOf(makes[one])[0]}>
          <ToggleButton
            className="kind-button"
            isSelected={one === kind}
            aria-label={t(`entry.kind.${one}`)}
            onChange={() => void (one !== kind && commands[makes[one]].run())}
          >
            <KindIcon kind={one} />
            {one === kind && <span>{t(`entry.kind.${one}`)}</span>}
          </ToggleButton>
        </WithTooltip>
      ))}
    </Group>
  )
}
