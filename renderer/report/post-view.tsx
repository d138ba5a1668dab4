import { memo, type MouseEvent, type ReactNode, useCallback, useDeferredValue } from 'react'
import type { Composition } from '../../electron/shared/contract/report.ts'
import { t } from '../../electron/shared/messages/translate.ts'
import type { Post } from '../../electron/shared/post.ts'
import type { EmptyReason } from '../../electron/shared/report/empty-report.ts'
import type { PartId } from '../../electron/shared/report/post-places.ts'
import { bridge } from '../bridge/bridge.ts'
import { useReadOnlyArea } from '../components/read-only-area.tsx'
import { Markdown, type Slot } from '../markdown/markdown.tsx'
import { useApp } from '../state/app-state.ts'
import { useTrip } from '../state/open-trip.ts'
import { EmptyPost } from './empty-post.tsx'
import { clickedWord } from './find-word.ts'
import type { EditedPart } from './use-edited-part.ts'
import '../markdown/markdown.css'
import './post-view.css'

export interface PostViewProps {
  tripId: string
  composition: Composition
  /** Why the post has no text, if it has none. */
  emptiness: EmptyReason
  /** The number of entries that are not in the post for this reason. */
  count: number
  edited: EditedPart | null
  /** The editor of what is being written. */
  editor: ReactNode
  onSelect: (part: PartId) => void
  onEdit: (edited: EditedPart) => void
}

/** The post as its readers will see it, and where it is written. Rendered only when it was composed again. */
export const PostView = memo(function PostView(props: PostViewProps) {
  const { tripId, composition, emptiness, count, edited, editor, onSelect, onEdit } = props
  const isReadOnly = useReadOnlyArea()
  // Typing has priority. The post follows when there is time.
  const { post, spans } = useDeferredValue(composition)
  const selected = useTrip((state) => state.reportPart)
  const photoAddress = useCallback((photoId: string) => bridge.photoAddress(tripId, photoId), [tripId])
  const span = edited && spans.find(({ part, role }) => part === edited.part && role === edited.role)
  const slot: Slot | null = span ? { from: span.from, to: span.to, children: editor } : null
  const isEmpty = post.tree.children.length === 0
  const hasText = (part: PartId) => spans.some((one) => one.part === part && one.to > one.from)

  const onClick = (event: MouseEvent) => {
    const place = placeAt(event.target)
    if (place !== null) onSelect(place.part)
  }
  const onDoubleClick = (event: MouseEvent) => {
    const place = placeAt(event.target)
    if (place === null || isReadOnly) return
    const role = place.role === 'heading' ? 'heading' : 'text'
    onEdit({ part: place.part, role, word: clickedWord(elementsOf(event.currentTarget, place.part, role)) })
  }
  const add = (part: 'lead' | 'closing', label: string) =>
    !isReadOnly &&
    !hasText(part) &&
    edited?.part !== part && (
      <button
        type="button"
        className="post-add"
        onClick={() => onEdit({ part, role: part === 'closing' ? 'heading' : 'text', word: null })}
      >
        {label}
      </button>
    )

  return (
    // With the keyboard, a part is chosen in the outline, and Enter opens it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <article
      className="post post-preview"
      lang={post.meta.language}
      // Its words are in the language of the post, whatever the language of the window.
      data-verbatim={isEmpty ? undefined : true}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <PostHead meta={post.meta} isSelected={selected === 'title'} editor={edited?.part === 'title' ? editor : null} />
      {add('lead', t('report.add-lead'))}
      {isEmpty && slot === null && <EmptyPost {...{ tripId, emptiness, count }} />}
      <Markdown
        tree={post.tree}
        spans={spans}
        selected={selected}
        slot={slot}
        photoAddress={photoAddress}
        openLink={openLink}
      />
      {!isEmpty && add('closing', t('report.add-closing'))}
      <PostTags tags={post.meta.tags} />
    </article>
  )
})

/** Which part of the post an element belongs to, and what it is there; `null` outside, and where it is being written. */
function placeAt(target: EventTarget): { part: PartId; role: string } | null {
  if (!(target instanceof Element) || target.closest('[data-part-editor]')) return null
  const element = target.closest<HTMLElement>('[data-of]')
  const { of, role } = element?.dataset ?? {}
  return of === undefined ? null : { part: of as PartId, role: role ?? 'text' }
}

function elementsOf(post: Element, part: PartId, role: string): Element[] {
  return [...post.querySelectorAll(`[data-of="${CSS.escape(part)}"][data-role="${CSS.escape(role)}"]`)]
}

interface PostHeadProps {
  meta: Post['meta']
  isSelected: boolean
  editor: ReactNode
}

function PostHead({ meta, isSelected, editor }: PostHeadProps) {
  const byline = [meta.authors.join(', '), meta.date === null ? '' : publishedOn(meta.date, meta.language)]
  return (
    <header>
      {editor ?? (
        <h2 className="post-title" data-of="title" data-role="heading" data-selected={isSelected ? '' : undefined}>
          {meta.title}
        </h2>
      )}
      {byline.some((part) => part !== '') && <p>{byline.filter((part) => part !== '').join(' · ')}</p>}
    </header>
  )
}

function PostTags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null
  return (
    <footer>
      <ul aria-label={t('report.tags')}>
        {tags.map((tag) => (
          <li key={tag}>{tag}</li>
        ))}
      </ul>
    </footer>
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
