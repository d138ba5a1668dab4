import type { ReactNode } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import type { ItemPlace } from './long-list.tsx'
import { Button } from './button.tsx'
import './restorable.css'

export interface RestorableProps {
  title: string
  /** Its kind, for a list with several kinds. */
  icon?: ReactNode
  /** Details, shown below the title. */
  children: ReactNode
  isDisabled: boolean
  /** Leave it out for something that is already there. */
  onRestore?: (() => void) | undefined
  /** Where it is, in a list of which only a part is drawn. */
  place: ItemPlace
}

/** The height of an item with two lines of details, in pixels. */
export const RESTORABLE_HEIGHT = 68

/** An item in a list of things that can be restored. */
export function Restorable({ title, icon, children, isDisabled, onRestore, place }: RestorableProps) {
  return (
    <li className="restorable" {...place}>
      {icon}
      <div className="restorable-text">
        <p className="restorable-title">{title}</p>
        {children}
      </div>
      {onRestore && (
        <Button aria-label={t('action.restore-named', { name: title })} isDisabled={isDisabled} onPress={onRestore}>
          {t('action.restore')}
        </Button>
      )}
    </li>
  )
}
