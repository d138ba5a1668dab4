import { posix } from 'node:path'
import { parseSync, Visitor, type ESTree } from 'vite'
import { classesInSelector, type ClassUse } from './style-sheet.ts'

/** How a TypeScript file uses style sheets and their classes. */
export interface SourceFile {
  /** Our style sheets that it imports, as paths relative to the same folder as its own. */
  sheets: string[]
  /** The classes that it gives to elements. */
  given: ClassUse[]
  /** The classes that it looks for, with `closest` and the like. */
  sought: ClassUse[]
  /** Where it gives a class that cannot be read from the source, and why not. */
  unclear: { line: number; reason: string }[]
}

const queries = new Set(['querySelector', 'querySelectorAll', 'closest', 'matches'])
const classListMethods = new Set(['add', 'remove', 'toggle', 'replace', 'contains'])

/**
 * Reads which classes a file names. They are found wherever a class is expected: as the value of `class`, `className` or
 * a prop such as `inputClassName`, and in `classList`. Both sides of a condition count. Constants and functions are
 * followed within the file; a value that is itself called `className` was passed in, and is read in the caller's file.
 *
 * @param path with `/`; its ending decides between TypeScript and TSX
 */
export function readSourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const known = collectValues(program)
  const file: SourceFile = { sheets: [], given: [], sought: [], unclear: [] }
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length

  const give = (value: ESTree.Expression | undefined) => {
    if (value === undefined) return
    for (const { names, at, reason } of readClasses(value, known)) {
      const line = lineAt(at)
      if (reason !== undefined) file.unclear.push({ line, reason })
      for (const name of names) file.given.push({ name, line })
    }
  }
  const checkParameters = ({ params }: { params: readonly ESTree.ParamPattern[] }) => {
    const reason = 'Pass a class as a property called className, not by its position.'
    for (const param of params)
      if (param.type === 'Identifier' && isClassName(param.name))
        file.unclear.push({ line: lineAt(param.start), reason })
  }

  new Visitor({
    ImportDeclaration({ source: { value } }) {
      if (value.startsWith('.') && value.endsWith('.css')) file.sheets.push(posix.join(posix.dirname(path), value))
    },
    JSXAttribute({ name, value }) {
      if (name.type !== 'JSXIdentifier' || !isClassName(name.name) || value === null) return
      if (value.type === 'Literal') give(value)
      else if (value.type === 'JSXExpressionContainer' && value.expression.type !== 'JSXEmptyExpression')
        give(value.expression)
    },
    ObjectExpression({ properties }) {
      for (const property of properties)
        if (property.type === 'Property' && property.key.type === 'Identifier' && isClassName(property.key.name))
          give(property.value)
    },
    AssignmentPattern({ left, right }) {
      if (left.type === 'Identifier' && isClassName(left.name)) give(right)
    },
    AssignmentExpression({ left, right }) {
      if (isClassName(memberName(left))) give(right)
    },
    CallExpression({ callee, arguments: passed }) {
      if (callee.type !== 'MemberExpression') return
      const method = memberName(callee)
      const [first, second] = passed.filter((argument) => argument.type !== 'SpreadElement')
      if (queries.has(method)) {
        const line = lineAt(callee.end)
        for (const name of classesInSelector(first ? textOf(first) : '')) file.sought.push({ name, line })
      } else if (classListMethods.has(method) && memberName(callee.object) === 'classList') {
        for (const argument of passed) if (argument.type !== 'SpreadElement') give(argument)
      } else if (method === 'setAttribute' && first && textOf(first) === 'class') {
        give(second)
      }
    },
    FunctionDeclaration: checkParameters,
    FunctionExpression: checkParameters,
    ArrowFunctionExpression: checkParameters,
  }).visit(program)
  return file
}

/** What the names in a file stand for: the values of constants, and what functions return. */
type KnownValues = ReadonlyMap<string, readonly ESTree.Expression[]>

function collectValues(program: ESTree.Program): KnownValues {
  const known = new Map<string, ESTree.Expression[]>()
  const learn = (name: string | null, value: ESTree.Expression) => {
    if (name !== null) known.set(name, [...(known.get(name) ?? []), value])
  }
  const arrowNames = new Map<ESTree.Node, string>()
  /** The names of the functions around the current node, innermost last; `null` for one without a name. */
  const around: (string | null)[] = []
  const leave = () => void around.pop()
  new Visitor({
    VariableDeclaration({ kind, declarations }) {
      for (const { id, init } of declarations) {
        if (kind !== 'const' || id.type !== 'Identifier' || init === null) continue
        if (init.type !== 'ArrowFunctionExpression') learn(id.name, init)
        else if (init.body.type === 'BlockStatement') arrowNames.set(init, id.name)
        else learn(id.name, init.body)
      }
    },
    FunctionDeclaration: ({ id }) => void around.push(id?.name ?? null),
    'FunctionDeclaration:exit': leave,
    FunctionExpression: () => void around.push(null),
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: (node) => void around.push(arrowNames.get(node) ?? null),
    'ArrowFunctionExpression:exit': leave,
    ReturnStatement({ argument }) {
      if (argument !== null) learn(around.at(-1) ?? null, argument)
    },
  }).visit(program)
  return known
}

/** A part of a value: the classes that it names, or the reason why they cannot be read. */
interface Part {
  names: string[]
  at: number
  reason?: string
}

/** @param followed the names that led here, so that one that leads to itself is not followed for ever */
function readClasses(value: ESTree.Expression, known: KnownValues, followed: readonly string[] = []): Part[] {
  const at = value.start
  const unclear = (reason: string): Part[] => [{ names: [], at, reason }]
  const within = (part: ESTree.Expression) => readClasses(part, known, followed)
  const follow = (name: string) => {
    const values = followed.includes(name) ? [] : (known.get(name) ?? [])
    if (values.length === 0) return unclear(`Which classes “${name}” stands for cannot be read in this file.`)
    return values.flatMap((each) => readClasses(each, known, [...followed, name]))
  }
  if (value.type === 'Literal') return typeof value.value === 'string' ? [{ names: wordsOf(value.value), at }] : []
  if (value.type === 'TemplateLiteral') {
    const texts = value.quasis.map((quasi) => quasi.value.raw)
    const isGlued = texts.some(
      (text, index) => (index > 0 && /^\S/.test(text)) || (index < texts.length - 1 && /\S$/.test(text)),
    )
    if (isGlued) return unclear('A class is glued together. Write each of the possible classes in full.')
    return [{ names: texts.flatMap(wordsOf), at }, ...value.expressions.flatMap(within)]
  }
  if (value.type === 'ConditionalExpression') return [value.consequent, value.alternate].flatMap(within)
  if (value.type === 'LogicalExpression')
    return (value.operator === '&&' ? [value.right] : [value.left, value.right]).flatMap(within)
  if (value.type === 'ParenthesizedExpression' || value.type === 'TSAsExpression') return within(value.expression)
  if (value.type === 'TSSatisfiesExpression') return within(value.expression)
  if (value.type === 'ObjectExpression')
    return value.properties.flatMap((property) =>
      property.type === 'Property' ? within(property.value) : unclear('A spread hides which classes there are.'),
    )
  if (value.type === 'Identifier')
    return isClassName(value.name) || value.name === 'undefined' ? [] : follow(value.name)
  if (value.type === 'MemberExpression' && isClassName(memberName(value))) return []
  if (value.type === 'MemberExpression' && value.object.type === 'Identifier') return follow(value.object.name)
  if (value.type === 'CallExpression' && value.callee.type === 'Identifier') return follow(value.callee.name)
  return unclear(`Classes cannot be read from this ${value.type}.`)
}

function isClassName(name: string): boolean {
  return name === 'class' || name === 'className' || name.endsWith('ClassName')
}

/** The name in `object.name`; empty for anything else. */
function memberName(node: ESTree.Node): string {
  return node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier'
    ? node.property.name
    : ''
}

/** A text as far as it is written out. What is filled into a template is replaced by an `x`. */
function textOf(value: ESTree.Expression): string {
  if (value.type === 'TemplateLiteral') return value.quasis.map((quasi) => quasi.value.raw).join('x')
  return value.type === 'Literal' && typeof value.value === 'string' ? value.value : ''
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
