import { fireEvent, render, screen } from '@testing-library/react'
import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test, vi } from 'vitest'
import { Markdown } from '../../../renderer/markdown/markdown.tsx'

const photo = 'a2f4d3c0-1111-4222-8333-444455556666'

function parse(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown)
}

function show(markdown: string | Root) {
  const openLink = vi.fn<(url: string) => void>()
  const view = (text: string | Root) => (
    <article className="post">
      <Markdown
        tree={typeof text === 'string' ? parse(text) : text}
        photoAddress={(id) => `trip://here/${id}`}
        openLink={openLink}
      />
    </article>
  )
  const { container, rerender } = render(view(markdown))
  return { container, openLink, update: (text: string | Root) => rerender(view(text)) }
}

describe('prose', () => {
  test('headings, emphasis, lists, quotes, code, tables and rules are shown as their elements', () => {
    const { container } = show(
      '## 1. Jay Miller Keynote\n\n*a* **b** ~~c~~ `d`\n\n- x\n- y\n\n> q\n\n```py\nprint()\n```\n\n| h |\n| -: |\n| 1 |\n\n---\n',
    )
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('1. Jay Miller Keynote')
    const expected = ['em', 'strong', 'del', 'code', 'ul > li', 'blockquote', 'pre > code', 'table td', 'hr']
    expect(expected.filter((name) => !container.querySelector(name))).toEqual([])
    expect(container.querySelector('td')?.style.textAlign).toBe('right')
  })

  test('a task says whether it is done', () => {
    show('- [x] slides\n- [ ] recording\n')
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done' }).checked).toBe(true)
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'To do' }).disabled).toBe(true)
  })

  test('harmless HTML is kept, even if it spans several blocks', () => {
    const { container } = show(
      'H<sub>2</sub>O\n\n<details><summary>More</summary>\n\nInside\n\n</details>\n\nOutside\n',
    )
    expect(container.querySelector('sub')?.textContent).toBe('2')
    expect(container.querySelector('details p')?.textContent).toBe('Inside')
    expect(screen.getByText('Outside').closest('details')).toBeNull()
  })

  test('an element that is never closed ends with its block', () => {
    const { container } = show('<details>\n\nFirst\n\nSecond\n')
    expect(container.querySelector('details')).not.toBeNull()
    expect(screen.getByText('Second').closest('details')).toBeNull()
  })

  test('references to links that are defined elsewhere in the text are resolved', () => {
    show('See [Heat][h].\n\nMore text.\n\n[h]: https://heat.example/\n')
    expect(screen.getByRole('link', { name: 'Heat' }).getAttribute('href')).toBe('https://heat.example/')
  })

  test('brackets that are not a link are kept', () => {
    const { container } = show('“very few of you need [hyperscalers like AWS services]”\n')
    expect(container.textContent).toBe('“very few of you need [hyperscalers like AWS services]”')
    expect(container.querySelector('a')).toBeNull()
  })
})

describe('footnotes', () => {
  test('footnotes are numbered across the whole post in the order of their references', () => {
    const { container } = show('One[^b] two[^a].\n\nThree[^b].\n\n[^a]: Text of a.\n\n[^b]: Text of b.\n')
    expect(Array.from(container.querySelectorAll('sup'), (sup) => sup.textContent)).toEqual(['1', '2', '1'])
    expect(Array.from(container.querySelectorAll('.footnotes li > p'), (p) => p.textContent)).toEqual([
      'Text of b.',
      'Text of a.',
    ])
  })

  test('footnotes can be followed by their number and back', () => {
    const { container } = show('One[^1].\n\n[^1]: Note.\n')
    const scroll = vi.fn<() => void>()
    Element.prototype.scrollIntoView = scroll
    fireEvent.click(screen.getByRole('link', { name: 'Footnote 1' }))
    expect(scroll).toHaveBeenCalledOnce()
    expect(document.activeElement).toBe(container.querySelector('.footnotes li'))
    fireEvent.click(screen.getByRole('link', { name: /^Back to footnote 1/ }))
    expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Footnote 1' }))
  })

  test('footnotes have the links that are defined elsewhere', () => {
    show('A[^1]\n\n[^1]: See [Heat][h].\n\n[h]: https://heat.example/\n')
    expect(screen.getByRole('link', { name: 'Heat' }).getAttribute('href')).toBe('https://heat.example/')
  })

  test('footnotes that refer to each other and to themselves do not loop forever', () => {
    const { container } = show('A[^1]\n\n[^1]: one[^2] [^1]\n\n[^2]: two[^1]\n')
    expect(container.querySelectorAll('.footnotes li')).toHaveLength(2)
  })
})

describe('pictures', () => {
  test('pictures of the trip are loaded from the shell, with their caption below', () => {
    const { container } = show(`![The hall](photo:${photo} "Darmstadtium, before the opening")\n`)
    const picture = screen.getByRole<HTMLImageElement>('img', { name: 'The hall' })
    expect(picture.getAttribute('src')).toBe(`trip://here/${photo}`)
    expect(container.querySelector('figure > figcaption')?.textContent).toBe('Darmstadtium, before the opening')
  })

  test('pictures from anywhere else are named and not loaded', () => {
    for (const address of [
      'https://example.org/x.png',
      'file:///etc/passwd',
      'photo:../../x',
      'data:image/svg+xml,x',
    ]) {
      const { container } = show(`![Chart](${address})\n`)
      expect(container.querySelector('img')).toBeNull()
      expect(container.textContent).toBe('Picture not shown: Chart')
    }
  })

  test('pictures that cannot be loaded are named', () => {
    const { container } = show(`![The hall](photo:${photo})\n`)
    fireEvent.error(screen.getByRole('img'))
    expect(container.textContent).toBe('Picture not shown: The hall')
  })
})

describe('links', () => {
  test('links are passed on and never followed by the window', () => {
    const { openLink } = show('[Heat](https://heat.example/ "HPC") and <mail@example.org>\n')
    // fireEvent returns whether the browser would still handle the click.
    expect(fireEvent.click(screen.getByRole('link', { name: 'Heat' }))).toBe(false)
    expect(fireEvent(screen.getByRole('link', { name: 'Heat' }), new MouseEvent('auxclick', middle))).toBe(false)
    expect(fireEvent.click(screen.getByRole('link', { name: 'mail@example.org' }))).toBe(false)
    expect(openLink.mock.calls).toEqual([
      ['https://heat.example/'],
      ['https://heat.example/'],
      ['mailto:mail@example.org'],
    ])
  })

  test('links to anything but the web and mail are text', () => {
    const addresses = [
      'file:///etc/passwd',
      'smb://host/x',
      'ms-settings:',
      'vbscript:x',
      'other.md',
      'data:text/html,x',
    ]
    const { container } = show(addresses.map((address) => `[text](${address})`).join('\n\n'))
    expect(container.querySelector('a')).toBeNull()
    expect(screen.getAllByText('text')).toHaveLength(addresses.length)
  })
})

function withoutPictures(markdown: string) {
  return (
    <article className="post">
      <Markdown tree={parse(markdown)} photoAddress={refuse} openLink={() => undefined} />
    </article>
  )
}

function refuse(): string {
  throw new Error('no pictures today')
}

const middle: MouseEventInit = { button: 1, bubbles: true, cancelable: true }

describe('a new version of the text', () => {
  test('a new version keeps the elements of all unchanged blocks', () => {
    const { container, update } = show('First\n\nSecond\n\nThird\n')
    const [first, second, third] = container.querySelectorAll('p')
    update('First\n\nNew\n\nSecond, changed\n\nThird\n')
    const after = [...container.querySelectorAll('p')]
    expect(after.map((p) => p.textContent)).toEqual(['First', 'New', 'Second, changed', 'Third'])
    expect(after[0]).toBe(first)
    expect(after[3]).toBe(third)
    expect(after).toContain(second)
  })

  test('a new version updates a footnote number far from the edit', () => {
    const { container, update } = show('A[^x]\n\nB[^y]\n\n[^x]: x\n\n[^y]: y\n')
    update('A\n\nB[^y]\n\n[^x]: x\n\n[^y]: y\n')
    expect(container.querySelector('sup')?.textContent).toBe('1')
  })

  test('a new version shows a block again that could not be shown before', () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { container, rerender } = render(withoutPictures(`Before\n\n![x](photo:${photo})\n`))
    expect(container.textContent).toMatch(/^Before.*cannot be shown here/)
    rerender(withoutPictures('Before\n\nWell again.\n'))
    expect(container.textContent).toBe('BeforeWell again.')
    quiet.mockRestore()
  })
})

test('of very many accents on a letter, the first are drawn and the others are counted', () => {
  const { container } = show(`a${'\u0301'.repeat(1_000)}b and \`c${'\u0301'.repeat(20)}\``)
  const drawn = '\u0301'.repeat(10)
  expect(container.textContent).toBe(`a${drawn} (990 more characters) b and c${drawn} (10 more characters) `)
})

test('of a post of thousands of paragraphs, the first are drawn', () => {
  const { container } = show('Words.\n\n'.repeat(5_000))
  expect(container.querySelectorAll('p').length).toBeGreaterThan(100)
  expect(container.querySelectorAll('p').length).toBeLessThan(1_000)
})

test('a very long word is shown in parts that are laid out on their own, and no character is lost', () => {
  const { container } = show(`before ${'\\\\'.repeat(2_500)} after`)
  expect(Array.from(container.querySelectorAll('[data-part]'), ({ textContent }) => textContent?.length)).toEqual([
    1_000, 1_000, 500,
  ])
  expect(container.textContent).toBe(`before ${'\\'.repeat(2_500)} after`)
})
