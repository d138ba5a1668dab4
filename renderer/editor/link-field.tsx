import { type SubmitEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Dialog, Popover } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { bridge } from '../bridge/bridge.ts'
import { TextField } from '../components/text-field.tsx'
import { fullAddress, writtenWords } from './link-at.ts'
import type { LinkQuestion } from './link-command.ts'
import '../components/option.css'
import './link-field.css'

/**
 * Asks for the address of a link, and for its words if it has none, at its place in the text. Enter writes it. An address
 * that was copied before is already there, selected, so that typing replaces it.
 */
export function LinkField({ question, onClose }: { question: LinkQuestion; onClose: () => void }) {
  const { link, at } = question
  const anchor = useRef<HTMLSpanElement>(null)
  const [address, setAddress] = useState(link.address)
  const [words, setWords] = useState('')
  const [isRefused, setRefused] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (link.address !== '') return undefined
    let isOver = false
    const offer = async () => {
      const copied = await bridge.call('links.copied', {})
      if (isOver || !copied.ok || copied.value === null) return
      const found = copied.value
      // Whatever has been typed meanwhile stays.
      flushSync(() => setAddress((typed) => (typed === '' ? found : typed)))
      const field = document.activeElement
      if (field instanceof HTMLInputElement && field.value === found && form.current?.contains(field)) field.select()
    }
    void offer()
    return () => {
      isOver = true
    }
  }, [link])
  const close = () => {
    question.close()
    onClose()
  }
  const write = (event: SubmitEvent) => {
    event.preventDefault()
    const full = fullAddress(address)
    if (full === null) return setRefused(true)
    if (full !== '' || link.words + words.trim() !== '') question.write(link.words || writtenWords(words), full)
    return close()
  }
  const addressField = (
    <TextField
      label={t('entry.column.url')}
      placeholder={t('editor.link.later')}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- a small dialog that asks for this alone
      autoFocus={link.words !== '' || link.address === ''}
      value={address}
      error={isRefused ? t('entry.no-address') : null}
      onChange={(typed) => {
        setAddress(typed)
        setRefused(false)
      }}
    />
  )
  return (
    <>
      <span ref={anchor} aria-hidden style={{ position: 'fixed', left: at.x, top: at.y }} />
      <Popover
        className="popover"
        isOpen
        onOpenChange={(isOpen) => !isOpen && close()}
        triggerRef={anchor}
        placement="bottom start"
        offset={4}
      >
        <Dialog aria-label={t('command.link')} className="link-field">
          <form ref={form} onSubmit={write}>
            {addressField}
            {link.words === '' && (
              <TextField
                label={t('editor.link.words')}
                spellCheck="true"
                // oxlint-disable-next-line jsx-a11y/no-autofocus
                autoFocus={link.address !== ''}
                value={words}
                onChange={setWords}
              />
            )}
            {/* Enter in a form with two fields needs a button. */}
            <button type="submit" hidden>
              {t('command.link')}
            </button>
          </form>
        </Dialog>
      </Popover>
    </>
  )
}
