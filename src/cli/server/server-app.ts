/**
 * A server of one's own as an app: a process of its own for every fresh start.
 * @module
 */

import type { AppFailure } from '../../http/http.ts'
import type { Client } from '../../sandbox/node/client.ts'
import {
  type App,
  type Connected,
  type Heard,
  SandboxError,
  type Settled,
  type Socket,
  type Started,
} from '../../sandbox/sandbox.ts'
import { type ServerProcess, StartError } from './server-process.ts'
import { Turns } from './turns.ts'

export interface ServerAppOptions {
  /** Starts a new process. @throws {StartError} when it does not listen in time */
  readonly start: (env: Readonly<Record<string, string>>) => Promise<ServerProcess>
  readonly createClient: (baseUrl: string) => Client
  /** Aborting it ends the server at once; every pending call rejects with `aborted`. */
  readonly signal: AbortSignal
}

interface Running {
  readonly server: ServerProcess
  readonly client: Client
}

/** Calls are performed one after the other, so that what the server writes belongs to the call that is going on. */
export class ServerApp implements App {
  #running: Running | null = null
  readonly #turns = new Turns()
  #everStarted = false

  constructor(private readonly options: ServerAppOptions) {
    options.signal.addEventListener('abort', () => void this.stop(), { once: true })
  }

  /** @throws {SandboxError} when not even the first start works: then the command is wrong, not the server */
  fresh: App['fresh'] = ({ env }) =>
    this.#turns.next(async (): Promise<Started> => {
      await this.#end()
      try {
        const server = await this.options.start(env)
        this.#running = { server, client: this.options.createClient(server.baseUrl) }
        this.#everStarted = true
        return { failure: null, log: await server.lines.take() }
      } catch (error) {
        if (!(error instanceof StartError) || !this.#everStarted) throw notStarted(error)
        const kind = error.timedOut ? 'timed-out' : 'exited'
        return { failure: { kind, message: error.message, at: null }, log: error.lines }
      }
    })

  send: App['send'] = (request, options) =>
    this.#turns.next(async () => {
      const { server, client } = this.#expectRunning()
      const exchange = await client.send(request, options)
      return { ...exchange, failure: withEnd(exchange.failure, server), log: await server.lines.take() }
    })

  sendTogether: App['sendTogether'] = (requests, options) =>
    this.#turns.next(async () => {
      const { server, client } = this.#expectRunning()
      const together = await client.sendTogether(requests, options)
      const exchanges = together.exchanges.map(one => ({ ...one, failure: withEnd(one.failure, server) }))
      return { ...together, exchanges, log: await server.lines.take() }
    })

  connect: App['connect'] = (request, options) =>
    this.#turns.next(async (): Promise<Connected> => {
      const { server, client } = this.#expectRunning()
      const { exchange, socket } = await client.connect(request, options)
      return {
        exchange: { ...exchange, failure: withEnd(exchange.failure, server), log: await server.lines.take() },
        socket: socket && this.#listening(socket, server),
      }
    })

  settle = (): Promise<Settled> =>
    this.#turns.next(async () => {
      const server = this.#running?.server
      const ended = server?.ended() ?? null
      await this.#end()
      const failure: AppFailure | null = ended === null ? null : { kind: 'exited', message: ended, at: null }
      return { failure, log: (await server?.lines.take()) ?? [] }
    })

  /** Ends the server at once; calls that wait for their turn are not performed. */
  async stop(): Promise<void> {
    const ending = this.#turns.end()
    await this.#end()
    await ending
    // A server that was being started meanwhile.
    await this.#end()
  }

  /** A socket whose calls take their turn as all others, with what the server writes meanwhile. */
  #listening(socket: Socket, server: ServerProcess): Socket {
    const hear = (call: () => Promise<Heard>): Promise<Heard> =>
      this.#turns.next(async () => {
        const heard = await call()
        return { ...heard, failure: withEnd(heard.failure, server), log: await server.lines.take() }
      })
    return {
      send: data => hear(() => socket.send(data)),
      receive: options => hear(() => socket.receive(options)),
      close: options => hear(() => socket.close(options)),
    }
  }

  #expectRunning(): Running {
    if (this.#running) return this.#running
    throw new SandboxError('crashed', 'could not send: because no server is running; start it first')
  }

  async #end(): Promise<void> {
    const running = this.#running
    this.#running = null
    running?.client.closeSockets()
    await running?.server.stop()
  }
}

/** When the process has ended, how it ended says more than the connection that broke. */
const withEnd = (failure: AppFailure | null, server: ServerProcess): AppFailure | null => {
  const ended = server.ended()
  return failure && ended !== null ? { kind: 'exited', message: ended, at: null } : failure
}

const notStarted = (error: unknown): SandboxError => {
  const why = error instanceof Error ? error.message : String(error)
  return new SandboxError('start-failed', `could not start the server: because ${why}`, { cause: error })
}
