import { type SourceFile, readSourceFile } from './source-file.ts'
import { classesInSheet, type ClassUse, type StyledClass } from './style-sheet.ts'

/** Classes that packages give to their own elements. A style sheet may name them; they belong to none. */
const packageClasses = new Set([
  // lucide-react: every icon
  'lucide',
  // react-aria-components: where something that is dragged would be dropped
  'react-aria-DropIndicator',
  // remark-gfm: lists of tasks
  'contains-task-list',
  'task-list-item',
  // CodeMirror: the parts of an editor
  'cm-content',
  'cm-dropCursor',
  'cm-editor',
  'cm-focused',
  'cm-line',
  'cm-panels',
  'cm-placeholder',
  'cm-scroller',
  'cm-searchMatch',
  'cm-searchMatch-selected',
])

interface Sheet {
  path: string
  classes: readonly StyledClass[]
}

interface Source extends SourceFile {
  path: string
}

/**
 * Checks that no element can be shown without its styles: whichever file gives it a class imports the style sheet that
 * defines the class, so the two are always loaded together. The style sheets of the entry are loaded before anything
 * else and count as imported everywhere.
 *
 * A class belongs to one style sheet, and no other may name it. A rule elsewhere would depend on the order in which the
 * two are loaded; a component offers a prop or a custom property instead. Every class of a style sheet is used.
 *
 * @param files style sheets and TypeScript files by their paths, with `/`
 * @param entry the path of the file that starts the page
 * @returns a sentence for each problem, beginning with the file and the line
 */
export function checkClasses(files: Readonly<Record<string, string>>, entry: string): string[] {
  const sheets: Sheet[] = []
  const sources: Source[] = []
  for (const [path, text] of Object.entries(files)) {
    if (path.endsWith('.css')) sheets.push({ path, classes: classesInSheet(text) })
    else sources.push({ path, ...readSourceFile(path, text) })
  }
  const owners = findOwners(sheets)
  const everywhere = new Set(sources.find(({ path }) => path === entry)?.sheets)
  return [
    ...sheets.flatMap((sheet) => foreignClasses(sheet, owners)),
    ...sources.flatMap(({ path, unclear }) => unclear.map(({ line, reason }) => `${path}:${line}: ${reason}`)),
    ...sources.flatMap((source) => missingStyles(source, owners, everywhere)),
    ...sources.filter(({ path }) => path !== entry).flatMap((source) => needlessImports(source, owners)),
    ...unusedClasses(sheets, sources),
  ]
}

/** Which style sheet each class belongs to: the first in which a selector begins with it. */
function findOwners(sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const all = sheets.flatMap(({ path, classes }) => classes.map((each) => ({ path, ...each })))
  const inOrder = [...all.filter(({ isLeading }) => isLeading), ...all.filter(({ isLeading }) => !isLeading)]
  const owners = new Map<string, string>()
  for (const { name, path } of inOrder) if (!owners.has(name) && !packageClasses.has(name)) owners.set(name, path)
  return owners
}

function foreignClasses({ path, classes }: Sheet, owners: ReadonlyMap<string, string>): string[] {
  const foreign = classes.filter(({ name }) => owners.has(name) && owners.get(name) !== path)
  return foreign.map(({ name, line }) => `${path}:${line}: .${name} belongs to ${owners.get(name)}.`)
}

function missingStyles(
  { path, sheets, given, sought }: Source,
  owners: ReadonlyMap<string, string>,
  everywhere: ReadonlySet<string>,
): string[] {
  const problemOf = ({ name, line }: ClassUse, mustImport: boolean): string[] => {
    const owner = owners.get(name)
    if (owner === undefined)
      return packageClasses.has(name) ? [] : [`${path}:${line}: No style sheet defines .${name}.`]
    if (!mustImport || sheets.includes(owner) || everywhere.has(owner)) return []
    return [`${path}:${line}: .${name} is defined in ${owner}, which this file does not import.`]
  }
  return [...given.flatMap((use) => problemOf(use, true)), ...sought.flatMap((use) => problemOf(use, false))]
}

function needlessImports({ path, sheets, given }: Source, owners: ReadonlyMap<string, string>): string[] {
  const needed = new Set(given.map(({ name }) => owners.get(name)))
  return sheets.filter((sheet) => !needed.has(sheet)).map((sheet) => `${path}: Uses no class of ${sheet}.`)
}

function unusedClasses(sheets: readonly Sheet[], sources: readonly Source[]): string[] {
  const given = new Set(sources.flatMap((source) => source.given.map(({ name }) => name)))
  return sheets.flatMap(({ path, classes }) => {
    const first = new Map(classes.toReversed().map((each) => [each.name, each]))
    return [...first.values()]
      .filter(({ name }) => !given.has(name) && !packageClasses.has(name))
      .map(({ name, line }) => `${path}:${line}: Nothing uses .${name}.`)
  })
}
