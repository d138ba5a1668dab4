import { Component, type ReactNode } from 'react'
import type { PlainKey } from '../../electron/shared/messages/message.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

interface SafePartProps {
  /** The sentence shown if it fails: “The journal cannot be shown just now.” */
  failed: PlainKey
  children: ReactNode
}

/**
 * An error boundary around a part of the window: without it, React would remove the whole page if the part throws.
 * Unsaved text is in the state, not in the part, so it is still there when the part is shown again.
 */
export class SafePart extends Component<SafePartProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    const { failed, children } = this.props
    if (!this.state.hasFailed) return children
    return (
      <EmptyState
        title={t(failed)}
        action={<Button onPress={() => this.setState({ hasFailed: false })}>{t('frame.failed.show-again')}</Button>}
      >
        {t('frame.failed.note')}
      </EmptyState>
    )
  }
}
