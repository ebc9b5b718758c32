/**
 * Runs in every process of the kernel emulator before its program, which must not notice: it reports on which ports
 * servers listen, and does what the chaos asks of a process.
 *
 * CommonJS, for `--require`: with `--import` Node would load every program through its loader of ES modules.
 * @module
 */

const asyncHooks = require('node:async_hooks')
const { subscribe } = require('node:diagnostics_channel')
const { connect } = require('node:net')
const tty = require('node:tty')

/** @typedef {import('./preload-options.ts').PreloadOptions} PreloadOptions */

const options = process.env.KERNEL_EMULATOR
delete process.env.KERNEL_EMULATOR
hide()
// Not in a thread of the program, which has the same options: it has no line of its own.
if (options !== undefined) start(JSON.parse(options))

/** Nothing of this file is in what the program can list, and what it forks has none of it. */
function hide() {
  const at = process.execArgv.indexOf(__filename)
  if (at > 0) process.execArgv.splice(at - 1, 2)
  delete require.cache[__filename]
}

/** @param {PreloadOptions} options */
function start({ channel, id, noRawMode, loseAsyncContext }) {
  const socket = connect(channel)
  socket.on('error', () => undefined)
  // The only thing that is ever said to a process.
  socket.on('data', () => process.kill(process.pid, 'SIGKILL'))
  socket.unref()
  /** @param {import('./channel.ts').FromProcess} message */
  const say = message => void socket.write(`${JSON.stringify(message)}\n`)
  say({ type: 'hello', id })
  reportServers(say)
  if (noRawMode === 'ignored') tty.ReadStream.prototype.setRawMode = ignoreRawMode
  if (noRawMode === 'absent') hideTerminal()
  if (loseAsyncContext) loseContext()
}

/**
 * Through Node's own channel of diagnostics: no function is replaced, and no server has a listener more.
 * @param {(message: import('./channel.ts').FromProcess) => void} say
 */
function reportServers(say) {
  subscribe('tracing:net.server.listen:asyncEnd', message => {
    const { server } = /** @type {{ server: import('node:net').Server }} */ (message)
    const address = server.address()
    if (typeof address !== 'object' || address === null) return
    const { port, address: host } = address
    say({ type: 'listening', port, host })
    const handle = Reflect.get(server, '_handle')
    const close = handle.close
    handle.close = (/** @type {unknown[]} */ ...args) => {
      say({ type: 'closed', port, host })
      return Reflect.apply(close, handle, args)
    }
  })
}

/** @this {import('node:tty').ReadStream} */
function ignoreRawMode() {
  return this
}

function hideTerminal() {
  Reflect.deleteProperty(tty.ReadStream.prototype, 'setRawMode')
  // The constructor sets it on each stream.
  Object.defineProperty(tty.ReadStream.prototype, 'isTTY', { get: () => undefined, set: () => undefined })
}

function loseContext() {
  const { AsyncLocalStorage, createHook, executionAsyncResource } = asyncHooks
  // With a hook, and only then, the continuation of a promise has that promise as its resource.
  createHook({ init: () => undefined }).enable()
  const { run, getStore } = AsyncLocalStorage.prototype
  let inside = 0
  AsyncLocalStorage.prototype.run = function (/** @type {unknown[]} */ ...args) {
    inside++
    try {
      return Reflect.apply(run, this, args)
    } finally {
      inside--
    }
  }
  AsyncLocalStorage.prototype.getStore = function () {
    if (inside === 0 && executionAsyncResource() instanceof Promise) return undefined
    return Reflect.apply(getStore, this, [])
  }
}
