import { useState } from 'react'
import { Group } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { globalKeys, shownKeys } from '../components/keys.ts'
import { useApp } from '../state/app-state.ts'
import '../components/field.css'
import '../components/folder.css'
import './settings-dialog.css'

async function choose(keys: string | null): Promise<void> {
  const answer = await bridge.call('capture.chooseKeys', { keys })
  const { start, setStart, showFailure } = useApp.getState()
  if (answer.ok) setStart({ ...start, settings: answer.value })
  else showFailure(answer.error)
}

/** The keys that open the window for capturing from any program. */
export function CaptureSettings() {
  const keys = useApp(({ start }) => start.settings.captureKeys)
  const canCapture = useApp(({ start }) => start.canCapture)
  const [isListening, setListening] = useState(false)
  const shown = keys === null ? t('settings.capture-off') : shownKeys(keys)
  return (
    <div className="settings-part" data-setting="capture">
      <span className="field-label">{t('settings.capture')}</span>
      {canCapture && (
        <Group className="folder" aria-label={t('settings.capture')}>
          <span className="folder-path">{isListening ? t('settings.capture-press') : shown}</span>
          <Button
            onPress={() => setListening(true)}
            onBlur={() => setListening(false)}
            onKeyDown={(event) => {
              if (!isListening) return event.continuePropagation()
              const pressed = globalKeys(event)
              // Everything else leaves the keys as they are: Tab goes on, and Escape ends it.
              if (event.key === 'Escape' || event.key === 'Tab') setListening(false)
              if (event.key === 'Tab') event.continuePropagation()
              if (pressed === null) return undefined
              event.preventDefault()
              setListening(false)
              return void choose(pressed)
            }}
          >
            {t('settings.change')}
          </Button>
          {keys !== null && <Button onPress={() => void choose(null)}>{t('settings.turn-off')}</Button>}
        </Group>
      )}
      <p className="field-description">{t(canCapture ? 'settings.capture-note' : 'settings.capture-in-browser')}</p>
    </div>
  )
}
