import type { Destination } from './destinations.ts'

/** The name of a destination among the targets: where one is chosen, and in what is remembered about exports. */
export const destinationTarget = ({ id }: Pick<Destination, 'id'>): string => `destination:${id}`
