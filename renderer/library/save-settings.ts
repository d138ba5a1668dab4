import type { Settings } from '../../electron/shared/settings.ts'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'

/** Changes some of the settings. A theme takes effect at once, even if it cannot be saved. */
export async function saveSettings(
  changes: Partial<Pick<Settings, 'theme' | 'authorName' | 'mergeCopies' | 'libraryView'>>,
): Promise<void> {
  const { start, setStart, showFailure } = useApp.getState()
  setStart({ ...start, settings: { ...start.settings, ...changes } })
  const answer = await bridge.call('settings.save', changes)
  if (answer.ok) setStart({ ...useApp.getState().start, settings: answer.value })
  else showFailure(answer.error)
}
