import rehypeRaw from 'rehype-raw'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const careless = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeStringify)

/** A page of a text that nobody has sanitised, and without a policy: the hole that attacks on exported pages look for. */
export async function carelessPage(text: string): Promise<string> {
  return `<!doctype html><title>${text}</title>${String(await careless.process(text))}`
}

/** What a link in a page may do: show a page, or begin a mail, a call or a chat. */
const harmlessLink = /^(?:https?|mailto|tel|ircs?|xmpp):/

/**
 * Whether following a link does no harm. In a file, a link without a scheme leads to another file of this computer, as it
 * should; with the name of a computer in it, Windows would log in there.
 */
export function isHarmlessLink(url: string): boolean {
  return harmlessLink.test(url) || url.startsWith('file:///')
}

/** Runs in the page. Takes the addresses from its links, so that following them does not end the attack. */
export const takeLinks = `Array.from(document.querySelectorAll('[href]'), (link) => {
  const url = String(link.href?.baseVal ?? link.href)
  link.removeAttribute('href')
  return url
})`
