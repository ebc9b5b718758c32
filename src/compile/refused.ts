/**
 * Imports that exist elsewhere but not here, with what to do instead. Everything else that is not offered is unknown.
 * @module
 */

const NO_NODE = 'programs here run without the modules of Node'
const OTHER_RUNTIME = 'it is for another runtime than Node'

/** Specifiers, and the sentence that follows "could not import". */
const SPECIFIERS: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^hono\/jsx/, 'JSX is not compiled here; write HTML with the html`…` of hono/html'],
  [/^hono\/css$/, 'it makes styles for pages; write them into the HTML'],
  [/^hono\/(ssg|serve-static)$/, 'there are no files to read or write here; keep the data in the program'],
  [/^@hono\/node-server\/serve-static$/, 'there are no files to read here; keep the data in the program'],
  [/^hono\/(cloudflare-|deno$|bun$|aws-lambda$|vercel$|netlify$|lambda-edge$|service-worker$)/, OTHER_RUNTIME],
  [/^node:crypto$|^crypto$/, `${NO_NODE}; crypto and crypto.subtle are globals`],
  [/^node:timers(\/promises)?$|^timers(\/promises)?$/, `${NO_NODE}; setTimeout is a global`],
  [/^node:buffer$|^buffer$/, `${NO_NODE}; use Uint8Array, TextEncoder, TextDecoder, atob and btoa`],
  [/^node:/, NO_NODE],
  [/^(fs|path|http|https|os|util|stream|events|child_process|worker_threads|async_hooks)(\/|$)/, NO_NODE],
]

/** Names that a package has in Node only: specifier → name → why it is not here. */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '@hono/node-server': {
    getRequestListener: 'it needs a server of node:http; export the app as default, or hand it to serve()',
    RequestError: 'no connection is opened here that could throw it',
  },
  ws: {
    createWebSocketStream: 'there are no streams of Node here; listen to the socket',
    Receiver: 'messages do not travel as frames here',
    Sender: 'messages do not travel as frames here',
  },
}

/** Why a package is not here; null when nobody knows it. */
export const refusedSpecifier = (specifier: string): string | null =>
  SPECIFIERS.find(([pattern]) => pattern.test(specifier))?.[1] ?? null

/** Why a name that its package has elsewhere is not here; null when it is in the package nowhere. */
export const refusedName = (specifier: string, name: string): string | null => {
  const names = Object.hasOwn(NAMES, specifier) ? NAMES[specifier] : undefined
  return names && Object.hasOwn(names, name) ? (names[name] ?? null) : null
}
