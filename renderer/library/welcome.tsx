import { BookOpen, FileInput, HardDriveDownload, type LucideIcon, PenLine } from 'lucide-react'
import { Button } from 'react-aria-components'
import { useApp } from '../state/app-state.ts'
import { useBackup } from '../state/backup-state.ts'
import { useLibrary } from '../state/library-state.ts'
import './welcome.css'

interface WayProps {
  icon: LucideIcon
  title: string
  text: string
  onPress: () => void
}

function Way({ icon: Icon, title, text, onPress }: WayProps) {
  return (
    <li>
      <Button className="welcome-way" onPress={onPress}>
        <Icon aria-hidden />
        <span>
          <span className="welcome-way-title">{title}</span>
          <span className="quiet">{text}</span>
        </span>
      </Button>
    </li>
  )
}

/** Looks into the backup; first asks where it is, on a computer that does not know. */
async function restore(): Promise<void> {
  if (useApp.getState().start.settings.backup === null) await useBackup.getState().choose()
  const { start, openDialog } = useApp.getState()
  if (start.settings.backup !== null) openDialog('restore')
}

/** An empty library: one sentence about what this is, and the ways to begin. */
export function Welcome() {
  const openDialog = useApp((state) => state.openDialog)
  const addSample = useLibrary((state) => state.addSample)
  const canRestore = useApp(({ start }) => start.canChooseFolders || start.settings.backup !== null)
  return (
    <div className="welcome">
      <h2 className="welcome-title">Write at the conference, come home with the report.</h2>
      <p className="welcome-text">
        A trip holds what you note each day: talks, people, the city. It stays in a folder of yours, as files that you
        can read without Lanyard.
      </p>
      <ul className="welcome-ways">
        <Way
          icon={PenLine}
          title="Start a trip"
          text="Its name, its days, where it is; then you write."
          onPress={() => openDialog('new-trip')}
        />
        <Way
          icon={FileInput}
          title="Import a report"
          text="A Markdown file, or a folder with its pictures, becomes a trip."
          onPress={() => openDialog('import')}
        />
        <Way
          icon={BookOpen}
          title="Look at the sample"
          text="Two finished trips, to read, to change, to throw away."
          onPress={() => void addSample()}
        />
        {canRestore && (
          <Way
            icon={HardDriveDownload}
            title="Restore from a backup"
            text="Trips that Lanyard has copied to another disk come back."
            onPress={() => void restore()}
          />
        )}
      </ul>
    </div>
  )
}
