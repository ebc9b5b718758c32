/**
 * What a program could have left on the page: in its storage, its document or its address. Runs in the page.
 * @module
 */

export interface Trace {
  readonly address: string
  readonly storage: readonly string[]
  readonly cookies: string
  /** The engine's own is one. */
  readonly frames: number
  /** Elements that a program's markup would have become, and variables that its scripts would have set. */
  readonly markup: number
}

export const readTrace = async (): Promise<Trace> => {
  const isOurs = (key: string) => key.startsWith('rendition:running:')
  const folder = await navigator.storage.getDirectory()
  const files: string[] = []
  for await (const name of folder.keys()) files.push(name)
  const storage = [
    ...Object.keys(localStorage).filter(key => !isOurs(key)),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(await caches.keys()),
    ...files,
  ]
  const marked = document.querySelectorAll('[src*=hostile], [href*=hostile], [onerror], [onload], hostile-element')
  return {
    address: location.href,
    storage: storage.sort(),
    cookies: document.cookie,
    frames: document.querySelectorAll('iframe').length,
    markup: marked.length + Object.keys(window).filter(name => name.startsWith('hostile')).length,
  }
}
