import { looksLikeAddress } from '../../electron/shared/link-address.ts'

type Row = Readonly<Record<string, string>>

/** A link whose address was put where its words belong, the right way round; any other row as it is. */
export function turnedRound(row: Row): Row {
  const { label = '', url } = row
  if (url === undefined || !looksLikeAddress(label) || looksLikeAddress(url)) return row
  return { ...row, label: url.trim(), url: label.trim() }
}

/** Whether the address of a row is not an address. */
export const isNoAddress = (column: string, value: string): boolean =>
  column === 'url' && value.trim() !== '' && !looksLikeAddress(value)
