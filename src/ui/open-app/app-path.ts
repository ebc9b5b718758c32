/**
 * From what stands in the path bar to a path of the open app.
 * @module
 */

/** `https://…`, or a host with its port; a path may hold both, but not begin with them. */
const address = /^([a-z][a-z\d+.-]*:\/\/|[\w.-]+:\d+(\/|$))/i

export type AppPath = { readonly path: string } | { readonly refused: string }

/**
 * A path from the app's root, query and fragment included; what a URL cannot hold is left to the browser. A slash that
 * is missing at the start is put there.
 */
export function appPath(typed: string): AppPath {
  const text = typed.trim()
  if (address.test(text)) {
    return {
      refused: `could not load ${text}: because only your own app is shown here; write a path of it, such as /items`,
    }
  }
  return { path: text.startsWith('/') ? text : `/${text}` }
}
