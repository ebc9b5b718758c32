/**
 * Files that most people never need, so they are kept for use without a network only once they were used: packages that
 * few programs import, in groups of files that are of no use without each other.
 * @module
 */

import { registerRoute } from 'workbox-routing'

export interface RareFile {
  /** Relative to the service worker's script. A file of another build has another one. */
  readonly url: string
  readonly group: string
}

const cacheName = 'rendition-kept-when-used'

declare const self: ServiceWorkerGlobalScope

export const keepWhenUsed = (files: readonly RareFile[]): void => {
  const groups = new Map(files.map(({ url, group }) => [new URL(url, self.location.href).href, group]))
  registerRoute(
    ({ url }) => groups.has(url.href),
    async ({ request }) => {
      const cache = await caches.open(cacheName)
      const kept = await cache.match(request.url)
      if (kept) return kept
      const response = await fetch(request)
      if (response.ok) await cache.put(request.url, response.clone())
      return response
    },
  )
  self.addEventListener('activate', event => event.waitUntil(renew(groups)))
}

/** Keeps what was used before this service worker came: by way of the one before it, or of none. */
const renew = async (groups: ReadonlyMap<string, string>): Promise<void> => {
  const cache = await caches.open(cacheName)
  const before = (await cache.keys()).map(({ url }) => url)
  const names = new Set(groups.values())
  const used = new Set([...names].filter(group => before.some(url => new URL(url).pathname.includes(`/${group}-`))))
  for (const [url, group] of groups) if (await isInBrowser(url)) used.add(group)
  await Promise.all(before.filter(url => !groups.has(url)).map(url => cache.delete(url)))
  const missing = [...groups].filter(([url, group]) => used.has(group) && !before.includes(url))
  // What cannot be had now comes when it is used.
  await Promise.all(missing.map(([url]) => cache.add(url).catch(() => undefined)))
}

/** Whether the browser itself keeps a file: then the page has used it. */
const isInBrowser = (url: string): Promise<boolean> =>
  fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).then(
    ({ ok }) => ok,
    () => false,
  )
