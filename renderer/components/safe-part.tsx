import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

interface SafePartProps {
  /** What it is, as in "The journal". */
  name: string
  children: ReactNode
}

/**
 * Holds a part of the window so that its failing takes nothing else along: without it React would take the whole page
 * off the screen. What was typed is in the state and not in the part, so it is there when the part is shown again.
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
