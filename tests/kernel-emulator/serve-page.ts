/**
 * Serves the test page, which is cross-origin isolated and has the unmodified client, as it was published.
 * @module
 */

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { isolationHeaders } from '../../build/headers.mjs'

const client = new URL('../../node_modules/@webcontainer/api/dist/', import.meta.url)

const html = `<!doctype html>
<body></body>
<script>globalThis.WEBCONTAINER_API_IFRAME_URL = decodeURIComponent(location.search.slice(1))</script>
<script type="importmap">{ "imports": { "@webcontainer/api": "/client/index.js" } }</script>
<script type="module">import * as parts from '/page-entry.mjs'; globalThis.parts = parts</script>
`

/**
 * A real server: a document that Playwright makes up has no address, and Chromium keeps such a one from servers of this
 * machine.
 */
export const servePage = async () => {
  const server = createServer(async ({ url = '/' }, response) => {
    const script = url.startsWith('/client/')
      ? new URL(url.slice('/client/'.length), client)
      : url === '/page-entry.mjs' && new URL('page-entry.mjs', import.meta.url)
    response.writeHead(200, { ...isolationHeaders, 'Content-Type': script ? 'text/javascript' : 'text/html' })
    response.end(script ? await readFile(fileURLToPath(script)) : html)
  })
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { origin: `http://localhost:${port}`, close }
}
