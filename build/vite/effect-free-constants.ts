import { normalizePath, type Plugin } from 'vite'

/**
 * Mark the constants in a folder as free of side effects. The page uses only the types and plain functions of the shared
 * vocabulary; this lets the bundler drop the schemas beside them, and zod, which would probe for eval when it starts.
 */
export function effectFreeConstants(folder: string): Plugin {
  const made = new Set(['CallExpression', 'ObjectExpression'])
  return {
    name: 'lanyard:effect-free-constants',
    enforce: 'post',
    transform(code, id) {
      if (!id.startsWith(normalizePath(folder))) return null
      const values = this.parse(code).body.flatMap((statement) => {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
        if (declared?.type !== 'VariableDeclaration' || declared.kind !== 'const') return []
        return declared.declarations.flatMap(({ init }) => (init && made.has(init.type) ? [init] : []))
      })
      const marked = values.reduceRight(
        (text, { start, end }) =>
          `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`,
        code,
      )
      // Otherwise, a constant that the bundler cannot see through brings its module along wherever another is used.
      return { code: marked, map: null, moduleSideEffects: false }
    },
  }
}
