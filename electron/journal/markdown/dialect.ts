import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Data, type Processor, unified } from 'unified'

/**
 * How Markdown is understood everywhere in Lanyard: CommonMark with GitHub's tables, task lists, footnotes, bare
 * addresses and `~~struck~~`. A single `~` stays a tilde: "~5 minutes" is more common than striking with one.
 */
export const markdownDialect = { singleTilde: false } as const

export function createParser() {
  return unified().use(remarkParse).use(remarkGfm, markdownDialect).use(keepStrayChecks)
}

/**
 * Behind an empty list item, the parts that we use take `[ ]` at the start of the next paragraph for a box to tick,
 * then find that there is no item for it and lose it. Here it stays text.
 */
function keepStrayChecks(this: Processor): void {
  const data = this.data()
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push({
    exit: {
      taskListCheckValueChecked: setChecked,
      taskListCheckValueUnchecked: setChecked,
      taskListCheck(token) {
        if (this.stack.at(-2)?.type === 'listItem') return
        this.config.enter['data']?.call(this, token)
        this.config.exit['data']?.call(this, token)
      },
    },
  })
}

type Extensions = NonNullable<Data['fromMarkdownExtensions']>
type Extension = Exclude<Extensions[number], readonly unknown[]>
type Handle = NonNullable<NonNullable<Extension['exit']>[string]>

const setChecked: Handle = function (token) {
  const item = this.stack.at(-2)
  // The names of tokens that extensions add are not known to the type.
  const name: string = token.type
  if (item?.type === 'listItem') item.checked = name === 'taskListCheckValueChecked'
}
