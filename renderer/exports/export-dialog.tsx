/** Rendered while `useApp().dialog` is `export`; closes itself by `closeDialog`. */
export function ExportDialog() {
  return null
}
