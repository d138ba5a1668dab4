import { t } from '../../electron/shared/messages/translate.ts'
import { Switch } from '../components/switch.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import './now-screen.css'

/** Whether a quiet notice appears before a starred talk begins. It belongs to the trip. */
export function ReminderSwitch() {
  const canRemind = useApp(({ start }) => start.canRemind)
  const isOn = useTrip(({ plan }) => plan.reminders?.value ?? false)
  if (!canRemind) return <p className="now-note">{t('now.reminders-in-browser')}</p>
  return (
    <Switch
      className="now-reminders"
      isSelected={isOn}
      onChange={(next) => void useTrip.getState().editPlan([{ edit: 'reminders', isOn: next }])}
    >
      {t('now.reminders')}
    </Switch>
  )
}
