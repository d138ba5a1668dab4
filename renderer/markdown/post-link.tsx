import { use, type ComponentProps, type MouseEvent } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { PostContext } from './post-context.ts'
import './markdown.css'

/**
 * A link in a post. A click never navigates the window: an address outside is handed on, with the question what to do
 * with it, and a footnote is scrolled to. What leads to neither is shown as text.
 */
export function PostLink({ href, children, title, ...others }: ComponentProps<'a'>) {
  const { openLink } = use(PostContext)
  if (!href || !/^(https?:|mailto:|#)/i.test(href)) return <span title={title}>{children}</span>

  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    // The right button opens a menu; the middle one follows a link as the left one does.
    if (event.button > 1) return
    event.preventDefault()
    if (href.startsWith('#')) goTo(event.currentTarget, targetId(href))
    else openLink(href)
  }
  return (
    <a
      {...others}
      href={href}
      title={title ?? (href.startsWith('#') ? undefined : href)}
      onClick={follow}
      onAuxClick={follow}
    >
      {children}
    </a>
  )
}

/** The way back from a footnote to the first place that refers to it. */
export function FootnoteReturn({ number }: { number: number }) {
  const href = `#${footnoteId(number)}`
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault()
    const references = event.currentTarget.closest('.post')?.querySelectorAll<HTMLAnchorElement>('sup > a') ?? []
    Array.from(references)
      .find((reference) => reference.getAttribute('href') === href)
      ?.focus()
  }
  return (
    <a className="footnote-return" href={href} aria-label={t('post.footnote-return', { number })} onClick={follow}>
      ↩
    </a>
  )
}

export function footnoteId(number: number): string {
  return `post-footnote-${number}`
}

/** Ids in a post carry the sanitiser's prefix, links to them as the author wrote them do not. */
function targetId(href: string): string {
  const id = href.slice(1)
  return id.startsWith('post-') ? id : `post-${id}`
}

function goTo(link: HTMLElement, id: string): void {
  const target = link.ownerDocument.getElementById(id)
  if (!target || !link.closest('.post')?.contains(target)) return
  target.scrollIntoView({ block: 'center' })
  target.focus({ preventScroll: true })
}
