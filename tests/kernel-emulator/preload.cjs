/**
 * Runs in every process of the kernel emulator before its program, which must not notice: it reports on which ports
 * servers listen, and does what the chaos asks of a process.
 *
 * CommonJS, for `--require`: with `--import` Node would load every program through its loader of ES modules.
 * @module
 */

const asyncHooks = require('node:async_hooks')
const { subscribe } = require('node:diagnostics_channel')
const { appendFileSync } = require('node:fs')
const tty = require('node:tty')

/** @typedef {import('./preload-options.ts').PreloadOptions} PreloadOptions */
/** @typedef {import('./channel.ts').Report} Report */

const options = process.env.KERNEL_EMULATOR
delete process.env.KERNEL_EMULATOR
hide()
// Not in a thread of the program: Node runs this there as well.
if (options !== undefined) start(JSON.parse(options))

/** Nothing of this file is in what the program can list, and what it forks has none of it. */
function hide() {
  const at = process.execArgv.indexOf(__filename)
  if (at > 0) process.execArgv.splice(at - 1, 2)
  delete require.cache[__filename]
}

/** @param {PreloadOptions} options */
function start({ channel, process: number, env, softKill, noRawMode, loseAsyncContext }) {
  // A shell and the terminal have added some.
  for (const name of Object.keys(process.env)) if (!env.includes(name)) delete process.env[name]
  reportServers(report => appendFileSync(channel, `${JSON.stringify({ ...report, process: number })}\n`))
  // A signal that is listened to waits for the event loop.
  if (softKill) process.on(softKill, () => process.kill(process.pid, 'SIGKILL'))
  if (noRawMode === 'ignored') tty.ReadStream.prototype.setRawMode = ignoreRawMode
  if (noRawMode === 'absent') hideTerminal()
  if (loseAsyncContext) loseContext()
}

/**
 * Through Node's own channel of diagnostics: no function is replaced, and no server has a listener more.
 * @param {(report: Omit<Report, 'process'>) => void} report
 */
function reportServers(report) {
  subscribe('tracing:net.server.listen:asyncEnd', message => {
    const { server } = /** @type {{ server: import('node:net').Server }} */ (message)
    const address = server.address()
    // One that listens on a path has no port.
    if (typeof address !== 'object' || address === null) return
    const { port, address: host } = address
    report({ type: 'listening', port, host })
    const handle = Reflect.get(server, '_handle')
    const close = handle.close
    handle.close = (/** @type {unknown[]} */ ...args) => {
      report({ type: 'closed', port, host })
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
