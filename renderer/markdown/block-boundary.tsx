import { Component, type ReactNode } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import './markdown.css'

interface Props {
  /** What the children show; other content is tried again. */
  content: string
  children: ReactNode
}

interface State {
  content: string
  failed: boolean
}

/** Keeps a block that fails to render from breaking the whole preview. */
export class BlockBoundary extends Component<Props, State> {
  override state: State = { content: this.props.content, failed: false }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ content }: Props, before: State): State | null {
    return content === before.content ? null : { content, failed: false }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return <p className="post-block-failed">{t('post.part-failed')}</p>
  }
}
