/**
 * A worker thread, which says something back.
 * @module
 */

import { Worker } from 'node:worker_threads'

const began = performance.now()
const answer = value => console.log(`@@${JSON.stringify(value)}`)
const worker = new Worker(
  "const { parentPort } = require('node:worker_threads'); parentPort.on('message', text => parentPort.postMessage(text + '!'))",
  { eval: true },
)
worker.on('error', error => answer({ heard: String(error), ms: 0 }))
worker.on('message', async heard => {
  const ms = performance.now() - began
  await worker.terminate()
  answer({ heard, ms })
})
worker.postMessage('hello')
