import { type KeyboardEvent, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { type CaptureKind, captureKinds } from '../../electron/shared/capture.ts'
import type { Output } from '../../electron/shared/contract/index.ts'
import { locale, render, t } from '../../electron/shared/messages/translate.ts'
import type { Failure } from '../../electron/shared/result.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { Choice } from '../components/choice.tsx'
import { Select } from '../components/select.tsx'
import { applyTheme } from '../state/theme.ts'
import './capture-screen.css'

/** A quote of nobody who is known. */
const NOBODY = '-'

/** Where it goes: "State of In-Browser ML · PyCon DE 2026". */
function Target({ trip, talk }: { trip: string; talk: string }) {
  return (
    <p className="capture-target">{talk === '' ? t('capture.to-note', { trip }) : t('capture.to-talk', { talk })}</p>
  )
}

/** The small window over other programs: a few words, their kind, and Enter. */
export function CaptureScreen() {
  const [place, setPlace] = useState<Output<'capture.begin'> | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [kind, setKind] = useState<CaptureKind>('note')
  const [text, setText] = useState('')
  const [chosen, setSpeaker] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)

  useEffect(() => {
    applyTheme('system')
    document.title = t('capture.title')
    void bridge.call('capture.begin', {}).then((answer) => {
      if (!answer.ok) return setFailure(answer.error)
      applyTheme(answer.value.theme)
      return setPlace(answer.value)
    })
  }, [])

  const speakers = place?.speakers ?? []
  const speaker = chosen ?? speakers[0] ?? NOBODY
  const save = async () => {
    if (isSaving) return
    if (text.trim() === '') return window.close()
    setSaving(true)
    const answer = await bridge.call('capture.save', { kind, text, speaker: speaker === NOBODY ? '' : speaker })
    setSaving(false)
    if (answer.ok) window.close()
    else setFailure(answer.error)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    if (event.key === 'Escape') window.close()
    const isField = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement
    if (event.key !== 'Enter' || event.shiftKey || !isField) return
    event.preventDefault()
    void save()
  }

  return (
    <I18nProvider locale={locale()}>
      {/* The keys are those of the fields inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <main className="capture" aria-label={t('capture.title')} onKeyDown={onKeyDown}>
        <h1 className="visually-hidden">{t('capture.title')}</h1>
        {place !== null && <Target {...place} />}
        <Choice
          label={t('capture.kind')}
          hideLabel
          items={captureKinds.map((id) => ({ id, label: t(`capture.kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
        <textarea
          className="capture-text"
          aria-label={t(`capture.text.${kind}`)}
          placeholder={t(`capture.text.${kind}`)}
          value={text}
          // It is what the window was opened for.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {kind === 'quote' && speakers.length > 0 && (
          <Select
            label={t('capture.speaker')}
            items={[...speakers.map((name) => ({ id: name, label: name })), { id: NOBODY, label: t('capture.nobody') }]}
            value={speaker}
            onChange={setSpeaker}
          />
        )}
        {failure !== null && (
          <p className="capture-failure" role="alert">
            {render(failure)}
          </p>
        )}
        <footer className="capture-foot">
          <span className="capture-keys">{t('capture.keys')}</span>
          <Button kind="plain" onPress={() => window.close()}>
            {t('action.cancel')}
          </Button>
          <Button kind="primary" isDisabled={isSaving} onPress={() => void save()}>
            {t('action.save')}
          </Button>
        </footer>
      </main>
    </I18nProvider>
  )
}
