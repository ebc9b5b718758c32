/**
 * Most tests are about other things than the WebContainer, which after an edit would ask StackBlitz for its runtime.
 * @module
 */

/** Runs in the page before its scripts: as if the person had turned it off. */
export const turnContainerOff = (): void => {
  try {
    localStorage.setItem('rendition:engine', JSON.stringify({ choice: 'auto', allowed: false }))
  } catch {
    // The frames of engines have no storage.
  }
}
