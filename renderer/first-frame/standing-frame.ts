/** The first frame, standing in the document until the page draws. */
export interface StandingFrame {
  /**
   * Lets the page draw in place of the first frame, and carries out what was done meanwhile: each click and key once,
   * in their order. Focus, scroll positions and what was typed into fields stay.
   *
   * @param draw draws the page before it returns
   */
  takeOver(draw: () => void): Promise<void>
}

declare global {
  interface Window {
    /** Absent if the document began empty. */
    firstFrame?: StandingFrame
  }
}
