/**
 * `npm start`: installs and builds what is missing, serves the page and prints its address.
 * @module
 */

import { parseArgs } from 'node:util'
import { dist, ensureBuilt } from './build.mjs'
import { command } from './commands.mjs'
import { ensureInstalled } from './install.mjs'
import { isCode, serve } from './serve.mjs'

const usualPort = 4173
const lastPort = 65535

await command(async () => {
  const port = chosenPort()
  await ensureInstalled()
  await ensureBuilt()
  const served = await (port === null ? serveOnFreePort() : serveOn(port))
  console.log(`\n  Rendition is at  ${served.origin}/\n\n  Ctrl-C ends it.\n`)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => served.close())
})

/** @returns {number | null} null when none was chosen */
function chosenPort() {
  const { port } = readArguments()
  if (port === undefined) return null
  const number = Number(port)
  if (/^\d+$/.test(port) && number >= 1 && number <= lastPort) return number
  throw new Error(`could not start: because "${port}" is not a port; choose one from 1 to ${lastPort}`)
}

function readArguments() {
  try {
    return parseArgs({ options: { port: { type: 'string' } } }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`could not start: because ${reason}; usage: npm start -- [--port N]`)
  }
}

/** @param {number} port */
async function serveOn(port) {
  try {
    return await serve(dist, port)
  } catch (error) {
    if (!isCode(error, 'EADDRINUSE', 'EACCES')) throw error
    const reason = isCode(error, 'EACCES') ? 'is reserved by the system' : 'is taken by another program'
    throw new Error(`could not start: because port ${port} ${reason}; choose another with --port, or leave it out`)
  }
}

async function serveOnFreePort() {
  for (let port = usualPort; port <= usualPort + 100; port++) {
    try {
      return await serve(dist, port)
    } catch (error) {
      if (!isCode(error, 'EADDRINUSE')) throw error
    }
  }
  return serve(dist, 0)
}
