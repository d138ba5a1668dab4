/** Rendered while `useApp().dialog` is `import`; closes itself by `closeDialog`. */
export function ImportDialog() {
  return null
}
