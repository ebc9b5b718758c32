/**
 * Runs in the frame that the client makes: speaks its protocol with its own copy of Comlink, and hands every call on to
 * the emulator, whose numbers stand for functions and processes.
 * @module
 */

import { decode, encode } from '@msgpack/msgpack'
import { Comlink } from 'comlink-of-the-client'

/** @typedef {(...args: unknown[]) => unknown} Listener */

const relay = new WebSocket(`ws://${location.host}/relay`)
relay.binaryType = 'arraybuffer'
/** @type {Map<number, { resolve: (value: unknown) => void, reject: (error: Error) => void }>} */
const replies = new Map()
/** @type {Map<number, Listener>} */
const listeners = new Map()
let last = 0

/** @param {string} method @param {unknown[]} args @returns {Promise<unknown>} */
const call = (method, ...args) =>
  new Promise((resolve, reject) => {
    replies.set(++last, { resolve, reject })
    relay.send(encode([last, method, args]))
  })

/** @param {Listener | undefined} listener @returns {number | null} what the emulator knows it by */
const listen = listener => {
  if (!listener) return null
  listeners.set(++last, listener)
  return last
}

/** Bytes of their own, which are handed over instead of copied. @param {unknown} value */
const owned = value => {
  if (!(value instanceof Uint8Array)) return value
  const bytes = value.slice()
  return Comlink.transfer(bytes, [bytes.buffer])
}

/** @param {MessageEvent<ArrayBuffer>} event */
relay.onmessage = ({ data }) => {
  const message = /** @type {import('./relay.ts').ToPage} */ (decode(data))
  if (message.type === 'ready') return sayInit()
  if (message.type === 'call') return void listeners.get(message.listener)?.(...message.args.map(owned))
  const { resolve, reject } = replies.get(message.id) ?? {}
  replies.delete(message.id)
  if (message.type === 'reply') resolve?.(owned(message.value))
  else reject?.(Object.assign(new Error(message.message), { name: message.name }))
}

const fileCalls = ['readFile', 'writeFile', 'readdir', 'mkdir', 'rm', 'rename']
const fs = {
  ...Object.fromEntries(
    fileCalls.map(name => [name, (/** @type {unknown[]} */ ...args) => call(`fs.${name}`, ...args)]),
  ),
  /** @param {string} path @param {unknown} options @param {Listener} listener */
  watch: async (path, options, listener) => {
    const id = await call('fs.watch', path, options, listen(listener))
    return Comlink.proxy({ close: () => call('fs.unwatch', id) })
  },
}

/** The process has one stream, `output`: a terminal. @param {unknown} spec @param {Listener[]} outputs */
const run = async (spec, ...[, , output]) => {
  const id = await call('run', spec, listen(output))
  return Comlink.proxy({
    write: (/** @type {string} */ text) => call('process.write', id, text),
    resize: (/** @type {unknown} */ size) => call('process.resize', id, size),
    kill: () => call('process.kill', id),
    onExit: call('process.exited', id),
  })
}

/** @param {string} event @param {Listener} listener */
const on = async (event, listener) => {
  const id = listen(listener)
  await call('on', event, id)
  return Comlink.proxy(() => call('off', id))
}

const kernel = {
  fs: () => Comlink.proxy(fs),
  // Nothing is put into previews.
  previewScript: () => Comlink.proxy({}),
  setPreviewScript: () => undefined,
  // Nothing is fetched for which it would have to be known who somebody is.
  setCredentials: () => undefined,
  runtimeInfo: () => call('runtimeInfo'),
  run,
  on,
  loadFiles: (/** @type {unknown[]} */ ...args) => call('loadFiles', ...args),
  serialize: (/** @type {unknown[]} */ ...args) => call('serialize', ...args),
  teardown: () => call('teardown'),
}

const server = {
  /** @param {unknown} options */
  build: async options => {
    await call('build', options)
    return Comlink.proxy(kernel)
  },
}

const sayInit = () => {
  const { port1, port2 } = new MessageChannel()
  Comlink.expose(server, port1)
  parent.postMessage({ type: 'init' }, '*', [port2])
}
