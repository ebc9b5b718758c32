/**
 * The document of the sandboxed frame. A `srcdoc` frame inherits the page's policy and can only narrow it, so the page
 * allows this one inline script by its hash, which the build computes from here.
 * @module
 */

/** Runs once: the first message of the parent brings the frame's module as text, because nothing is loaded by URL. */
export const frameScript = `addEventListener('message', event => {
  if (event.source !== parent || event.data?.rendition !== 'start') return
  const url = URL.createObjectURL(new Blob([event.data.frame], { type: 'text/javascript' }))
  import(url).then(module => module.default(event.data, event.ports[0]))
})`

/** No network of any kind, no eval; only blobs that the frame itself made may run. */
const policy = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:"

export const srcdoc = `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><script>${frameScript}</script>`
