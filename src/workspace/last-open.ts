/**
 * Which exercise was open last in this browser, so that the catalogue can offer to go on with it.
 * @module
 */

const KEY = 'rendition:last-open'

export const noteOpen = (id: string): void => {
  try {
    localStorage.setItem(KEY, id)
  } catch {
    // A browser that keeps nothing: the catalogue offers the path's first exercise again.
  }
}

/** Null when none was, or this browser does not say. It may be an exercise that is gone. */
export const lastOpen = (): string | null => {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}
