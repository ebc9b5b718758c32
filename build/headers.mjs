/**
 * The headers every answer carries: isolation, so that the page may run a WebContainer, and the page policy, which
 * the engine's frame inherits and can only narrow. The build writes them to `dist/headers.json` for any host to read.
 * @module
 */

/**
 * Makes the page cross-origin isolated, workers and error answers included (HTML Standard, "cross-origin isolation").
 * @type {Readonly<Record<string, string>>}
 */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

/** Where a WebContainer's frames come from (https://webcontainers.io/guides/troubleshooting). */
export const containerHosts = [
  'https://stackblitz.com',
  'https://*.staticblitz.com',
  'https://*.webcontainer-api.io',
  'https://*.webcontainer.io',
]

/**
 * The page's Content-Security-Policy.
 *
 * - The hash and `blob:` under `script-src` are for the engine: its frame is a `srcdoc` document, which inherits this
 *   policy, and starts from one inline script and blob workers. A `srcdoc` frame needs no `frame-src`.
 * - `'wasm-unsafe-eval'` is for exercises whose packages are WebAssembly; `eval` stays forbidden.
 * - `frame-src` is for the WebContainer: its runtime is a frame of StackBlitz, and an app that is opened in it is a frame
 *   of one of the hosts that it serves apps from. Nothing is loaded from there before a WebContainer is started.
 * - `style-src 'unsafe-inline'` is for Monaco, which writes its colours and positions as inline styles.
 *
 * @param {object} engine
 * @param {string} engine.engineHash of the frame's inline bootstrap script, as CSP writes it: `sha256-` and base64
 * @returns {string}
 */
export function pagePolicy({ engineHash }) {
  return [
    "default-src 'none'",
    `script-src 'self' '${engineHash}' blob: 'wasm-unsafe-eval'`,
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${containerHosts.join(' ')}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}

/**
 * Everything that `dist/headers.json` holds.
 * @param {{ engineHash: string }} engine
 * @returns {Record<string, string>}
 */
export function pageHeaders(engine) {
  return {
    ...isolationHeaders,
    'Content-Security-Policy': pagePolicy(engine),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  }
}
