import { firstLook, isCapturing } from './first-look.ts'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import { createRoot } from 'react-dom/client'
import { chooseLanguage } from '../electron/shared/messages/languages.ts'
import { speak, withMessages } from '../electron/shared/messages/translate.ts'
import type { StandingFrame } from './first-frame/standing-frame.ts'
import { App } from './frame/app.tsx'
import { loadAhead } from './frame/load-ahead.ts'
import { reportProblem } from './state/problems.ts'
import { start } from './frame/start.ts'
import { removeWebRtc } from './remove-webrtc.ts'

removeWebRtc()

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')

const page = createRoot(root, {
  onCaughtError: (error) => reportProblem('drawing', error),
  onUncaughtError: (error) => reportProblem('drawing', error),
})

const draw = () => page.render(<App />)

async function show(): Promise<void> {
  // The shell has written the language into the page; English needs no time to load.
  await speak(chooseLanguage(document.documentElement.lang))
  if (isCapturing) return showCapture()
  const started = start(firstLook ?? undefined)
  if (window.firstFrame) void takeOver(window.firstFrame)
  else draw()
  await started
  await loadAhead()
}

async function takeOver(frame: StandingFrame): Promise<void> {
  const replacing = await import('./first-frame/take-over.ts')
  await replacing.takeOver(frame, draw)
}

/** Shows the small window over other programs instead of the whole journal. */
async function showCapture(): Promise<void> {
  const { CaptureScreen } = await withMessages(() => import('./capture/capture-screen.tsx'))
  page.render(<CaptureScreen />)
}

void show()
