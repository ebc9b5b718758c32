/**
 * Joins a running Firefox over WebDriver BiDi, without its watch over workers: while a session has that watch, Firefox
 * (153) stands still for good in about one of twenty `new Worker()` that a worker calls, which is how the engine starts
 * every realm. Without a session it does not.
 * @module
 */

import puppeteer, { type Browser, type ConnectionTransport } from 'puppeteer-core'
import WebSocket from 'ws'
import { z } from 'zod'

/** The module of Firefox's remote agent that watches workers in every process. */
const watch = 'chrome://remote/content/shared/js-process-actors/WebDriverWorkerListenerActor.sys.mjs'
const unwatch = `ChromeUtils.importESModule('${watch}').unregisterWebDriverWorkerListenerActor()`

/** Puppeteer counts its own commands from 1. */
const firstId = 1_000_000_000

const Reply = z.object({
  id: z.number().optional(),
  type: z.string(),
  result: z.unknown().optional(),
  message: z.unknown().optional(),
})
const Tree = z.object({ contexts: z.tuple([z.object({ context: z.string() })]).rest(z.unknown()) })

/** A socket that Puppeteer speaks through, and we beside it. */
const open = async (endpoint: string) => {
  const socket = new WebSocket(endpoint)
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const waiting = new Map<number, (reply: z.infer<typeof Reply>) => void>()
  const transport: ConnectionTransport = {
    send: message => socket.send(message),
    close: () => socket.close(),
  }
  socket.on('message', data => {
    const text = String(data)
    const reply = Reply.safeParse(JSON.parse(text)).data
    const take = reply?.id === undefined ? undefined : waiting.get(reply.id)
    if (reply && take) take(reply)
    else transport.onmessage?.(text)
  })
  socket.on('close', () => transport.onclose?.())
  let lastId = firstId
  const command = async (method: string, params: object): Promise<unknown> => {
    const id = ++lastId
    const reply = await new Promise<z.infer<typeof Reply>>(resolve => {
      waiting.set(id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
    if (reply.type !== 'success') throw new Error(`could not run ${method} in Firefox: because of ${reply.message}`)
    return reply.result
  }
  return { transport, command }
}

/**
 * @param endpoint of a Firefox that was started with `--remote-allow-system-access`, without which its own modules are
 *   out of reach
 */
export const connect = async (endpoint: string): Promise<Browser> => {
  const { transport, command } = await open(endpoint)
  const browser = await puppeteer.connect({ transport, protocol: 'webDriverBiDi' })
  const { contexts } = Tree.parse(await command('browsingContext.getTree', { 'moz:scope': 'chrome' }))
  const target = { context: contexts[0].context }
  await command('script.evaluate', { expression: unwatch, target, awaitPromise: false })
  return browser
}
