/** A key of front matter. A dot leads into a table: `extra.series`. */
export const frontKeyPattern = /^[A-Za-z_][A-Za-z0-9_-]{0,63}(?:\.[A-Za-z_][A-Za-z0-9_-]{0,63})?$/
