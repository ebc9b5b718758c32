/**
 * `App`, asked over the line to an engine.
 * @module
 */

import type { App, Connected, Socket } from '../sandbox.ts'
import type { EngineLink } from './engine-link.ts'
import type { Asked, Replies } from './protocol.ts'

/**
 * @param app its number in the engine
 * @param onStop called once it was stopped by its owner
 */
export const embeddedApp = (link: EngineLink, app: number, signal: AbortSignal, onStop: () => void): App => {
  let lastSocket = 0
  const ask = <T extends Asked['type']>(asked: Extract<Asked, { type: T }>): Promise<Replies[T]> =>
    link.call<T>(app, asked, signal)

  const socketOf = (socket: number): Socket => ({
    send: data => ask<'tell'>({ type: 'tell', socket, data }),
    receive: ({ timeLimit }) => ask<'receive'>({ type: 'receive', socket, timeLimit }),
    close: options => ask<'close'>({ type: 'close', socket, ...options }),
  })

  return {
    fresh: ({ env }) => ask<'fresh'>({ type: 'fresh', env }),
    send: (request, options) => ask<'send'>({ type: 'send', request, ...options }),
    sendTogether: (requests, { timeLimit }) => ask<'together'>({ type: 'together', requests, timeLimit }),
    connect: async (request, options): Promise<Connected> => {
      lastSocket += 1
      const socket = lastSocket
      const { exchange, open } = await ask<'connect'>({ type: 'connect', socket, request, ...options })
      return { exchange, socket: open ? socketOf(socket) : null }
    },
    settle: () => ask<'settle'>({ type: 'settle' }),
    stop: async () => onStop(),
  }
}
