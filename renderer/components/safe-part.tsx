import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

interface SafePartProps {
  /** Its name at the start of a sentence, such as “The journal”. */
  name: string
  children: ReactNode
}

/**
 * An error boundary around a part of the window: if the part throws, React would otherwise remove the whole page. What
 * was typed is in the state, not in the part, so it is still there when the part is shown again.
 */
export class SafePart extends Component<SafePartProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    const { name, children } = this.props
    if (!this.state.hasFailed) return children
    return (
      <EmptyState
        title={`${name} cannot be shown just now.`}
        action={<Button onPress={() => this.setState({ hasFailed: false })}>Show it again</Button>}
      >
        Something went wrong in this part of the window. What you typed is kept.
      </EmptyState>
    )
  }
}
