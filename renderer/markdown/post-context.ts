import { createContext } from 'react'

/** What a rendered text asks of the place that it stands in. */
export interface PostContext {
  /** The address under which the page can show a picture of the trip, by the picture's id. */
  photoAddress: (photoId: string) => string
  /** Somebody wants to follow a link to an address outside. */
  openLink: (url: string) => void
}

export const PostContext = createContext<PostContext>({ photoAddress: () => '', openLink: () => undefined })
