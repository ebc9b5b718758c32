/**
 * Performs one step: makes what is sent from the values that are known, and keeps what later steps need.
 * @module
 */

import type { ParallelStep, SendStep, SocketOpenStep, Step } from '../check/check.ts'
import type { Happened } from '../check/result.ts'
import { fillRequest, fillSocketData } from '../check/template.ts'
import type { Exchange, HttpRequest } from '../http/http.ts'
import type { Heard, Settled } from '../sandbox/sandbox.ts'
import type { Scene } from './scene.ts'

/**
 * A request's call is made before this returns its promise.
 * @returns null for a step on a socket that is not there
 */
export const performStep = async (step: Step, scene: Scene): Promise<Happened | null> => {
  const { app } = scene
  const { limits } = scene.options
  switch (step.kind) {
    case 'send':
      return send(step, scene)
    case 'parallel':
      return sendTogether(step, scene)
    case 'socket-open':
      return open(step, scene)
    case 'socket-send': {
      const heard = await scene.sockets.get(step.socket)?.send(fillSocketData(step.data, scene.values))
      return heard ? heardOf(heard) : null
    }
    case 'socket-receive': {
      const heard = await scene.sockets.get(step.socket)?.receive({ timeLimit: scene.patience.ms })
      if (heard?.event === null) scene.patience.nothingCame()
      return heard ? heardOf(heard) : null
    }
    case 'socket-close': {
      const { code = 1000, reason = '' } = step
      const heard = await scene.sockets.get(step.socket)?.close({ code, reason, timeLimit: limits.receive })
      return heard ? heardOf(heard) : null
    }
    case 'stop':
      scene.stopped = true
      return done(await app.settle())
    case 'start': {
      const started = await app.fresh({ env: scene.env(step.env) })
      scene.stopped = started.failure !== null
      return done(started)
    }
    case 'wait':
      await new Promise(resolve => setTimeout(resolve, step.ms))
      return done({ failure: null, log: [] })
  }
}

const send = async (step: SendStep, scene: Scene): Promise<Happened> => {
  const { limits } = scene.options
  const request = withCookies(fillRequest(step.request, scene.values), step.actor, scene)
  const timeLimit = Math.min(step.timeLimit ?? limits.request, limits.request)
  const exchange = await scene.app.send(request, { timeLimit, abort: step.abort ?? null })
  keepCookies(exchange, step.actor, scene)
  return { kind: 'exchange', exchange }
}

const sendTogether = async ({ sends }: ParallelStep, scene: Scene): Promise<Happened> => {
  const requests = sends.map(({ request, actor }) => withCookies(fillRequest(request, scene.values), actor, scene))
  const { exchanges, finished, log } = await scene.app.sendTogether(requests, {
    timeLimit: scene.options.limits.request,
  })
  // What the later answer sets counts.
  for (const index of finished) {
    const exchange = exchanges[index]
    if (exchange) keepCookies(exchange, sends[index]?.actor, scene)
  }
  return { kind: 'parallel', exchanges, finished, log }
}

const open = async (step: SocketOpenStep, scene: Scene): Promise<Happened> => {
  const { limits } = scene.options
  const template = { method: 'GET', path: step.path, headers: step.headers ?? [] }
  const request = withCookies(fillRequest(template, scene.values), step.actor, scene)
  const { exchange, socket } = await scene.app.connect(request, {
    protocols: step.protocols ?? [],
    timeLimit: limits.request,
  })
  scene.sockets.set(step.socket, socket)
  keepCookies(exchange, step.actor, scene)
  return { kind: 'exchange', exchange }
}

const heardOf = ({ event, failure, log }: Heard): Happened => ({ kind: 'socket', event, failure, log })

const done = ({ failure, log }: Settled): Happened => ({ kind: 'done', failure, log })

const withCookies = (request: HttpRequest, actor: string | undefined, scene: Scene): HttpRequest =>
  actor === undefined ? request : scene.jarOf(actor).addTo(request)

const keepCookies = (exchange: Exchange, actor: string | undefined, scene: Scene): void => {
  if (actor !== undefined) scene.jarOf(actor).take(exchange)
}
