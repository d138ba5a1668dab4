import { BookOpen, CalendarPlus, FileInput, HardDriveDownload, type LucideIcon, PenLine } from 'lucide-react'
import { Button } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
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

/** Opens the list of trips in the backup. If this computer has no backup folder yet, the user chooses it first. */
async function restore(): Promise<void> {
  if (useApp.getState().start.settings.backup === null) await useBackup.getState().choose()
  const { start, openDialog } = useApp.getState()
  if (start.settings.backup !== null) openDialog('restore')
}

/** The screen of an empty library: what Lanyard is, and the ways to begin. */
export function Welcome() {
  const openDialog = useApp((state) => state.openDialog)
  const addSample = useLibrary((state) => state.addSample)
  const canRestore = useApp(({ start }) => start.canChooseFolders || start.settings.backup !== null)
  return (
    <div className="welcome">
      <h2 className="welcome-title">{t('welcome.title')}</h2>
      <p className="welcome-text">{t('welcome.text')}</p>
      <ul className="welcome-ways">
        <Way
          icon={CalendarPlus}
          title={t('welcome.programme')}
          text={t('welcome.programme-text')}
          onPress={() => openDialog('new-trip-from-programme')}
        />
        <Way
          icon={PenLine}
          title={t('welcome.new-trip')}
          text={t('welcome.new-trip-text')}
          onPress={() => openDialog('new-trip')}
        />
        <Way
          icon={FileInput}
          title={t('welcome.import')}
          text={t('welcome.import-text')}
          onPress={() => openDialog('import')}
        />
        <Way
          icon={BookOpen}
          title={t('welcome.sample')}
          text={t('welcome.sample-text')}
          onPress={() => void addSample()}
        />
        {canRestore && (
          <Way
            icon={HardDriveDownload}
            title={t('welcome.restore')}
            text={t('welcome.restore-text')}
            onPress={() => void restore()}
          />
        )}
      </ul>
    </div>
  )
}
