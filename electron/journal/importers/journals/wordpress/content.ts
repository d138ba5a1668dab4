import { nameIn, withoutSize } from './uploads.ts'

/** A picture of a gallery. */
interface Shown {
  url: string
  alt: string
  caption: string
}

interface Surroundings {
  /** The pictures of a gallery by their numbers; without any, those of the post. */
  gallery: (ids: readonly string[]) => readonly Shown[]
  /** Called for what is neither a text nor a picture. */
  onMedia: (name: string) => void
}

/**
 * Converts the content of a post to plain HTML: without the comments of the block editor, with paragraphs where the older
 * editor only has empty lines, and with what shortcodes stand for.
 */
export function htmlOfContent(content: string, surroundings: Surroundings): string {
  const lines = content.replaceAll(/\r\n?/g, '\n')
  const isBlocks = lines.includes('<!-- wp:')
  const galleries = lines.replaceAll(/<!-- wp:gallery\b[\s\S]*?<!-- \/wp:gallery -->/g, flattenGallery)
  const html = withShortcodes(galleries.replaceAll(/<!--[\s\S]*?-->/g, ''), surroundings)
  return withPlainFigures(isBlocks ? html : withParagraphs(html))
}

/** A gallery is a figure of figures, and what converts HTML expects one picture in each. */
function flattenGallery(block: string): string {
  return block
    .replace(/<figure\b[^>]*wp-block-gallery[^>]*>/, '')
    .replace(/<\/figure>(?=\s*<!-- \/wp:gallery)/, '')
    .replaceAll(/<figcaption class="blocks-gallery-caption[^>]*>([\s\S]*?)<\/figcaption>/g, '<p>$1</p>')
    .replaceAll(/<\/?(?:ul|li)\b[^>]*>/g, '')
}

/**
 * Prepares figures for what converts HTML, which takes one picture and the plain words below it from each. The block editor
 * also puts tables, quotes, films and addresses into figures, and both editors put links around pictures and into captions.
 */
function withPlainFigures(html: string): string {
  return html.replaceAll(/<figure\b[^>]*>((?:(?!<\/?figure\b)[\s\S])*)<\/figure>/g, (_whole, inner: string) => {
    const [whole = '', caption = ''] = figcaption.exec(inner) ?? []
    const shown = inner.replace(whole, '')
    const [image, ...others] = shown.match(/<img\b[^>]*>/g) ?? []
    const words = caption.replaceAll(/<\/?p\b[^>]*>/g, ' ').trim()
    const below = words === '' ? '' : `<p>${words}</p>`
    if (image === undefined || others.length > 0 || shown.replaceAll(inPicture, '').trim() !== '') {
      return `<div>${shown}${below}</div>`
    }
    const target = targetOf(shown, image)
    // A caption is plain, so that one with a link becomes a paragraph below the picture.
    if (target !== null) return `<p><a href="${target}">${image}</a></p>${below}`
    if (/<a\b/.test(words)) return `<p>${image}</p>${below}`
    const plain = words.replaceAll(/\s*<br\b[^>]*>\s*/g, ' ')
    return `<figure>${image}${plain === '' ? '' : `<figcaption>${plain}</figcaption>`}</figure>`
  })
}

/** What can be around a picture. */
const inPicture = /<\/?(?:a|img|picture|source|noscript|span|div|p|br)\b[^<>]*>/g
const figcaption = /<figcaption\b[^>]*>([\s\S]*?)<\/figcaption>/

/** Where a picture leads; `null` if that is nowhere, or only the picture itself in its full size. */
function targetOf(shown: string, image: string): string | null {
  const target = attributeIn(/<a\b[^>]*>/.exec(shown)?.[0] ?? '', 'href')
  if (target === '' || (/^[a-z][\w+.-]*:/i.test(target) && !/^(?:https?|mailto):/i.test(target))) return null
  const [one, other] = [target, attributeIn(image, 'src')].map((url) => withoutSize(nameIn(url)).toLowerCase())
  return one === other ? null : target
}

function attributeIn(tag: string, name: string): string {
  const [, double, single] = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag) ?? []
  return double ?? single?.replaceAll('"', '&quot;') ?? ''
}

function withShortcodes(html: string, { gallery, onMedia }: Surroundings): string {
  return html
    .replaceAll(
      /\[(?:wp_)?caption\b([^\]]*)\]([\s\S]*?)\[\/(?:wp_)?caption\]/g,
      (_whole, attributes: string, inner: string) => {
        const [picture, rest] = splitPicture(inner)
        const caption = rest.trim() || (/\bcaption="([^"]*)"/.exec(attributes)?.[1] ?? '')
        return `\n\n<figure>${picture}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>\n\n`
      },
    )
    .replaceAll(/\[gallery\b([^\]]*)\]/g, (_whole, attributes: string) => {
      const ids = /\b(?:ids|include)=["']?([\d,\s]+)/.exec(attributes)?.[1]?.match(/\d+/g) ?? []
      return `\n\n${gallery(ids).map(figureOf).join('\n')}\n\n`
    })
    .replaceAll(/\[embed\b[^\]]*\]([^[\]]*)\[\/embed\]/g, '\n\n$1\n\n')
    .replaceAll(/\[(?:audio|video|playlist)\b([^\]]*)\](?:\s*\[\/(?:audio|video|playlist)\])?/g, (whole: string) => {
      onMedia(/="([^"]*)"/.exec(whole)?.[1]?.split('/').at(-1) ?? whole.slice(0, 40))
      return ''
    })
}

/** The picture of a caption, with its link if it has one, and the words around it. */
function splitPicture(inner: string): readonly [string, string] {
  const [picture = ''] = /(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/.exec(inner) ?? []
  return [picture, inner.replace(picture, '').replaceAll(/<\/?p\b[^>]*>/g, ' ')]
}

function figureOf({ url, alt, caption }: Shown): string {
  const image = `<img src="${escaped(url)}" alt="${escaped(alt)}">`
  return `<figure>${image}${caption === '' ? '' : `<figcaption>${escaped(caption)}</figcaption>`}</figure>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

const block =
  /^\s*<\/?(?:address|article|aside|blockquote|dd|div|dl|dt|figure|form|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b/i

/** The paragraphs that WordPress makes of empty lines, and the line breaks of single ones, when it shows a post. */
function withParagraphs(html: string): string {
  return html
    .split(/(<pre\b[\s\S]*?<\/pre>)/i)
    .map((part, index) => (index % 2 === 1 ? part : paragraphsOf(part)))
    .join('\n\n')
}

function paragraphsOf(html: string): string {
  return html
    .split(/\n[ \t]*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => (block.test(part) ? part : `<p>${part.trim().replaceAll(/(?<!<br ?\/?>)\n/g, '<br>\n')}</p>`))
    .join('\n\n')
}
