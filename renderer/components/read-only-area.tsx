import { createContext, useContext } from 'react'

/** Whether the fields inside are read-only: their text can be selected and copied, but not changed. */
export const ReadOnlyArea = createContext(false)

/** Whether the surrounding area is read-only. */
export const useReadOnlyArea = (): boolean => useContext(ReadOnlyArea)
