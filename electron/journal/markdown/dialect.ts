import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Data, type Processor, unified } from 'unified'

/**
 * The Markdown dialect used everywhere in Lanyard: CommonMark with GitHub's tables, task lists, footnotes, bare
 * addresses and `~~strikethrough~~`. A single `~` stays a tilde: "~5 minutes" is more common than strikethrough.
 */
export const markdownDialect = { singleTilde: false } as const

export function createParser() {
  return unified().use(remarkParse).use(remarkGfm, markdownDialect).use(keepStrayChecks)
}

/**
 * After an empty list item, the GFM extension takes `[ ]` at the start of the next paragraph for a checkbox, then finds
 * no item for it and drops it. Here it stays text.
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
  // The type does not include the token names of extensions.
  const name: string = token.type
  if (item?.type === 'listItem') item.checked = name === 'taskListCheckValueChecked'
}
