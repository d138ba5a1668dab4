import { useState } from 'react'

/** Whether something has ever been so, for parts that are drawn only from the first time that they are needed. */
export function useOnce(isSo: boolean): boolean {
  const [wasSo, setWasSo] = useState(isSo)
  if (isSo && !wasSo) setWasSo(true)
  return wasSo || isSo
}
