/**
 * Entry of the service worker: keeps every file of this build that is of use without a network, so that the page opens
 * then. Pages are asked of the network first, so that a newer build is seen at once; files with a hash in their name
 * never change.
 * Isolation and policy headers are kept with each answer.
 * @module
 */

import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { keepWhenUsed, type RareFile } from './kept-when-used.ts'

/** Put in by build/offline.ts: those files, addresses relative to this script. */
declare const RENDITION_FILES: readonly { readonly url: string; readonly revision: string | null }[]
/** And those that are kept once they were used. */
declare const RENDITION_RARE_FILES: readonly RareFile[]

/** How long the network may take before the kept page is shown instead, ms: a hotel's network never says no. */
const patience = 3_000

registerRoute(
  ({ request }) => request.mode === 'navigate',
  async ({ request, url }) => {
    const kept = await matchPrecache(url.pathname.endsWith('/') ? `${url.origin}${url.pathname}index.html` : url.href)
    const slow = new AbortController()
    const timer = setTimeout(() => slow.abort(), patience)
    try {
      return await fetch(request, kept ? { signal: slow.signal } : {})
    } catch (error) {
      if (kept) return kept
      throw error
    } finally {
      // Once the answer has begun it may take its time.
      clearTimeout(timer)
    }
  },
)
keepWhenUsed(RENDITION_RARE_FILES)
precacheAndRoute([...RENDITION_FILES])
cleanupOutdatedCaches()
