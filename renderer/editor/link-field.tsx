import { type SubmitEvent, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { t } from '../../electron/shared/messages/translate.ts'
import { TextField } from '../components/text-field.tsx'
import { fullAddress, writtenWords } from './link-at.ts'
import type { LinkQuestion } from './link-command.ts'
import '../components/option.css'
import './link-field.css'

/** Asks for the address of a link, and for its words if it has none, at its place in the text. Enter writes it. */
export function LinkField({ question, onClose }: { question: LinkQuestion; onClose: () => void }) {
  const { link, at } = question
  const anchor = useRef<HTMLSpanElement>(null)
  const [address, setAddress] = useState(link.address)
  const [words, setWords] = useState('')
  const [isRefused, setRefused] = useState(false)
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
          <form onSubmit={write}>
            {addressField}
            {link.words === '' && (
              <TextField
                label={t('editor.link.words')}
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
