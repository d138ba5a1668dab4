import { memo, useCallback, useDeferredValue } from 'react'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Post } from '../../electron/shared/post.ts'
import { bridge } from '../bridge/bridge.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Markdown } from '../markdown/markdown.tsx'
import { useApp } from '../state/app-state.ts'
import '../markdown/markdown.css'
import './preview.css'

interface Props {
  tripId: string
  composition: Composition
}

/** The post as its readers will see it. Rendered only when it was composed again, not on each keystroke. */
export const Preview = memo(function Preview({ tripId, composition }: Props) {
  // Typing has priority. The preview follows when there is time.
  const { post } = useDeferredValue(composition)
  const photoAddress = useCallback((photoId: string) => bridge.photoAddress(tripId, photoId), [tripId])
  const isEmpty = post.tree.children.length === 0
  return (
    <article
      className="post post-preview"
      lang={post.meta.language}
      // Its words are in the language of the post, whatever the language of the window.
      data-verbatim={isEmpty ? undefined : true}
    >
      <PostHead meta={post.meta} />
      {isEmpty ? (
        <EmptyState
          title={t('report.empty')}
          action={
            <Button onPress={() => useApp.getState().goToTrip(tripId, 'journal')}>{t('report.empty-action')}</Button>
          }
        >
          {t('report.empty-note')}
        </EmptyState>
      ) : (
        <Markdown tree={post.tree} photoAddress={photoAddress} openLink={openLink} />
      )}
    </article>
  )
})

function PostHead({ meta }: { meta: Post['meta'] }) {
  const byline = [meta.authors.join(', '), meta.date === null ? '' : publishedOn(meta.date, meta.language)]
  return (
    <header className="post-head">
      <h2 className="post-title">{meta.title}</h2>
      {byline.some((part) => part !== '') && (
        <p className="post-byline">{byline.filter((part) => part !== '').join(' · ')}</p>
      )}
      {meta.tags.length > 0 && (
        <ul className="post-tags" aria-label={t('report.tags')}>
          {meta.tags.map((tag) => (
            <li key={tag}>{tag}</li>
          ))}
        </ul>
      )}
    </header>
  )
}

function publishedOn(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`))
}

async function follow(url: string): Promise<void> {
  const answer = await bridge.call('links.open', { url })
  if (!answer.ok) useApp.getState().showFailure(answer.error)
}

function openLink(url: string): void {
  void follow(url)
}
