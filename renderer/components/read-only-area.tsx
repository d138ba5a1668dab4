import { createContext, useContext } from 'react'

/** Fields in it that are true can be read, selected and copied from, and not changed. */
export const ReadOnlyArea = createContext(false)

/** Whether the fields here can only be read. */
export const useReadOnlyArea = (): boolean => useContext(ReadOnlyArea)
