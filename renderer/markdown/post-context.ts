import { createContext } from 'react'

/** What a rendered text needs from its surroundings. */
export interface PostContext {
  /** The address under which the page can show a picture of the trip, by the picture's id. */
  photoAddress: (photoId: string) => string
  /** The user wants to follow a link to an outside address. */
  openLink: (url: string) => void
}

export const PostContext = createContext<PostContext>({ photoAddress: () => '', openLink: () => undefined })
