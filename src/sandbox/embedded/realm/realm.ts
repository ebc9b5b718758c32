/**
 * The realm's loop: takes the supervisor's messages on a port that the program never sees, and answers each.
 * @module
 */

import type { AppFailure } from '../../../http/http.ts'
import type { Exports } from '../../evaluate.ts'
import type { Env } from '../../sandbox.ts'
import type { FromRealm, RealmBoot, ToRealm } from '../protocol.ts'
import { answer } from './answer.ts'
import { type Evaluated, type LoadedProgram, LoadFailure, loadProgram } from './load.ts'
import type { LogWriter } from './log-writer.ts'
import { openPort, type PrivatePort } from './port.ts'
import { describeError, positionOf } from './stack.ts'

export interface RealmOptions {
  readonly port: PrivatePort
  readonly boot: RealmBoot
  readonly log: LogWriter
  readonly packages: ReadonlyMap<string, Exports>
  /** Clears what the evaluation before left behind. */
  readonly clean: () => void
}

export const runRealm = ({ port, boot, log, packages, clean }: RealmOptions): void => {
  // Taken after the realm was made a server and before any program runs, which may redefine what it likes.
  const { Request: PlatformRequest, setTimeout: later, clearTimeout: never } = globalThis
  const now = performance.now.bind(performance)
  const tick = ticker()
  const background: Promise<unknown>[] = []
  let loaded: LoadedProgram | null = null
  let app: { evaluated: Evaluated; env: Env } | null = null

  const say = (message: FromRealm, transfer: Transferable[] = []) => {
    log.flush()
    port.post(message, transfer)
  }
  const failureOf = (kind: AppFailure['kind'], error: unknown): AppFailure =>
    error instanceof LoadFailure
      ? error.failure
      : { kind, message: describeError(error), at: positionOf(error, loaded?.paths ?? []) }
  const done = async (id: number, kind: AppFailure['kind'], work: () => Promise<void>): Promise<void> => {
    let failure: AppFailure | null = null
    try {
      await work()
    } catch (error) {
      failure = failureOf(kind, error)
    }
    say({ type: 'done', id, failure })
  }

  const fresh = async (env: Env): Promise<void> => {
    app = null
    clean()
    background.length = 0
    if (loaded) app = { evaluated: await loaded.evaluate(env), env }
  }

  const send = async ({ id, method, url, headers, body }: Extract<ToRealm, { type: 'send' }>): Promise<void> => {
    if (!app || !loaded) {
      const failure: AppFailure = { kind: 'no-app', message: 'nothing was evaluated', at: null }
      say({ type: 'answered', id, response: null, failure, ms: 0 })
      return
    }
    let request: Request
    try {
      request = new PlatformRequest(url, { method, headers: headers.map(([name, value]) => [name, value]), body })
    } catch (error) {
      say({ type: 'refused', id, why: describeError(error) })
      return
    }
    const { evaluated, env } = app
    const options = { fetch: evaluated.fetch, env, paths: loaded.paths, background, limits: boot.limits }
    const began = now()
    const { response, failure } = await answer(request, options)
    const ms = now() - began
    await tick()
    say({ type: 'answered', id, response, failure, ms }, response ? [response.body] : [])
  }

  /** Background work may finish, but not keep the check waiting for ever. */
  const settle = async (timeLimit: number): Promise<void> => {
    let timer: ReturnType<typeof later> | undefined
    const limit = new Promise<void>(resolve => {
      timer = later(resolve, timeLimit)
    })
    await Promise.race([Promise.allSettled(background), limit])
    never(timer)
    await app?.evaluated.stop()
    await tick()
  }

  const ended = (error: unknown) => say({ type: 'ended', failure: failureOf('unhandled', error) })
  addEventListener('error', event => {
    event.preventDefault()
    ended(event.error ?? event.message)
  })
  addEventListener('unhandledrejection', event => {
    event.preventDefault()
    ended(event.reason)
  })
  const perform = (data: ToRealm): Promise<void> => {
    switch (data.type) {
      case 'load':
        return done(data.id, 'load-threw', async () => {
          loaded = await loadProgram(data.program, packages)
        })
      case 'fresh':
        return done(data.id, 'load-threw', () => fresh(data.env))
      case 'send':
        return send(data)
      case 'settle':
        return done(data.id, 'unhandled', () => settle(data.timeLimit))
    }
  }
  let queue = Promise.resolve()
  port.listen(data => {
    // Whatever goes wrong with one message, the next is taken.
    queue = queue.then(() => perform(data as ToRealm)).catch(ended)
  })
  say({ type: 'ready' })
}

/**
 * A turn of the event loop. Rejections that nobody handles are announced in a task after the microtasks (HTML,
 * "notify about rejected promises"), so an answer waits one turn: whoever crashes while answering has not answered.
 */
const ticker = (): (() => Promise<void>) => {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  openPort(port1).listen(() => waiting.shift()?.())
  const trigger = openPort(port2)
  return () =>
    new Promise(resolve => {
      waiting.push(resolve)
      trigger.post(null)
    })
}
