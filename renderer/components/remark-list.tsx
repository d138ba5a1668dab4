import { Button } from 'react-aria-components'
import { render, t } from '../../electron/shared/messages/translate.ts'
import type { Remark } from '../../electron/shared/post.ts'
import type { RemarkPlace } from '../../electron/shared/report/post-places.ts'
import './remark-list.css'

/** Maximum number of remarks that are shown. A trip can have thousands of entries that are still empty. */
const SHOWN = 100

interface Props {
  remarks: readonly Remark[]
  /** Leads to the place where it can be changed. */
  onGo: (place: RemarkPlace) => void
  id?: string
}

/** What the author may want to check before publishing. Each line leads to its place. */
export function RemarkList({ remarks, onGo, id }: Props) {
  return (
    <ul id={id} className="remarks" aria-label={t('report.remarks')}>
      {remarks.slice(0, SHOWN).map(({ message, at }, index) => (
        // Remarks have no identity and are all replaced together.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index}>
          <Button className="remark" onPress={() => onGo(at)}>
            {render(message)}
          </Button>
        </li>
      ))}
      {remarks.length > SHOWN && (
        <li className="remarks-more">{t('report.remark-more', { count: remarks.length - SHOWN })}</li>
      )}
    </ul>
  )
}
