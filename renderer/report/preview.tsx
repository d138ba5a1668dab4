import { memo, useCallback, useDeferredValue } from 'react'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Post } from '../../electron/shared/post.ts'
import type { EmptyReason } from '../../electron/shared/report/empty-report.ts'
import { assertNever } from '../../electron/shared/result.ts'
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
  /** Why the post has no text, if it has none. */
  emptiness: EmptyReason
  /** The number of entries that are not in the post for this reason. */
  count: number
}

/** The post as its readers will see it. Rendered only when it was composed again, not on each keystroke. */
export const Preview = memo(function Preview({ tripId, composition, emptiness, count }: Props) {
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
        <EmptyPost {...{ tripId, emptiness, count }} />
      ) : (
        <Markdown tree={post.tree} photoAddress={photoAddress} openLink={openLink} />
      )}
    </article>
  )
})

function EmptyPost({ tripId, emptiness, count }: Omit<Props, 'composition'>) {
  switch (emptiness) {
    case 'nothing-written':
      return (
        <EmptyState
          title={t('report.empty')}
          action={
            <Button onPress={() => useApp.getState().goToTrip(tripId, 'journal')}>{t('report.empty-action')}</Button>
          }
        >
          {t('report.empty-note')}
        </EmptyState>
      )
    case 'left-out':
      return <EmptyState title={t('report.empty-left-out', { count })}>{t('report.empty-left-out-note')}</EmptyState>
    case 'unfiled':
      return <EmptyState title={t('report.empty-unfiled', { count })}>{t('report.empty-unfiled-note')}</EmptyState>
    default:
      return assertNever(emptiness)
  }
}

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
