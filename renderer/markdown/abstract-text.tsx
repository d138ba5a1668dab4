import { useMemo } from 'react'
import { bridge } from '../bridge/bridge.ts'
import { useApp } from '../state/app-state.ts'
import { Markdown } from './markdown.tsx'
import { parseMarkdown } from './parse-markdown.ts'
import './markdown.css'

const noPhoto = () => ''

async function openLink(url: string): Promise<void> {
  const answer = await bridge.call('links.open', { url })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
}

/** The abstract of a session. Its words are the organiser's, in their language. */
export function AbstractText({ abstract }: { abstract: string }) {
  const tree = useMemo(() => parseMarkdown(abstract), [abstract])
  return (
    <div className="post" data-verbatim>
      <Markdown tree={tree} photoAddress={noPhoto} openLink={(url) => void openLink(url)} />
    </div>
  )
}
