/** Whether a text is the address of something on the web or of a mailbox, as far as its form tells. */
export const looksLikeAddress = (text: string): boolean =>
  /^(?:[a-z][a-z\d+.-]*:\/\/|mailto:|www\.)\S+$/i.test(text.trim())

type Row = Readonly<Record<string, string>>

/** A link whose address was put where its words belong, the right way round; any other row as it is. */
export function turnedRound(row: Row): Row {
  const { label = '', url } = row
  if (url === undefined || !looksLikeAddress(label) || looksLikeAddress(url)) return row
  return { ...row, label: url.trim(), url: label.trim() }
}

/** Whether a row has something for an address that is none. */
export const isNoAddress = (column: string, value: string): boolean =>
  column === 'url' && value.trim() !== '' && !looksLikeAddress(value)
