import { entryWriter } from '../entry-writer.ts'

export const lisbonZone = 'Europe/Lisbon'
export const write = entryWriter('lisbon', lisbonZone)
