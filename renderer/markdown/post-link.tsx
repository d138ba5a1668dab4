import { use, type ComponentProps, type MouseEvent } from 'react'
import { t } from '../../electron/shared/messages/translate.ts'
import { PostContext } from './post-context.ts'
import './markdown.css'

/**
 * A link in a post. A click never navigates the window: an outside address is passed on to ask the user, and a footnote
 * is scrolled to. Any other link is shown as text.
 */
export function PostLink({ href, children, title, ...others }: ComponentProps<'a'>) {
  const { openLink } = use(PostContext)
  if (!href || !/^(https?:|mailto:|#)/i.test(href)) return <span title={title}>{children}</span>

  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    // The right button opens a menu; the middle one follows a link like the left one.
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

/** The link back from a footnote to its first reference. */
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

/** Ids in a post have the sanitiser's prefix, but the links to them are as the author wrote them. */
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
