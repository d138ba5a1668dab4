/** The error for a disk that does not respond. */
export function noAnswer(): Error {
  return Object.assign(new Error('The disk does not answer'), { code: 'ETIMEDOUT' })
}
