/**
 * A server that is a process: started by a command, found on a port of this machine, and stopped with all that it
 * started.
 * @module
 */

import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { LogLine } from '../../http/http.ts'
import { ConsoleLines } from './console-lines.ts'

export interface ServerCommand {
  /** A line for the shell, which has the port in `PORT`, or a program that is told the port. */
  readonly command: string | { readonly file: string; readonly args: (port: number) => readonly string[] }
  /** Where it is started. */
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
}

export interface ServerLimits {
  /** From starting the command to the first connection, ms. */
  readonly start: number
  /** From asking the server to stop to ending it, ms. */
  readonly stop: number
  readonly logLines: number
  readonly logSize: number
}

/** How long a server was given by default. Importing a framework takes a second or two, on a busy machine more. */
export const SERVER_LIMITS: ServerLimits = { start: 30_000, stop: 5_000, logLines: 2_000, logSize: 64 * 1024 }

export interface ServerProcess {
  readonly baseUrl: string
  readonly lines: Pick<ConsoleLines, 'take'>
  /** How it ended by itself: `it ended with code 1`. Null while it is running, and when it was stopped. */
  ended(): string | null
  stop(): Promise<void>
}

/** The server did not start. */
export class StartError extends Error {
  override readonly name = 'StartError'
  constructor(
    readonly why: string,
    /** What it wrote until then. */
    readonly lines: readonly LogLine[],
    readonly timedOut: boolean,
  ) {
    const wrote = lines
      .map(({ text }) => text)
      .join('\n')
      .trim()
    super(`${why}${wrote === '' ? ', and wrote nothing' : `; it wrote:\n${wrote}`}`)
  }
}

/**
 * Below those that systems give to whoever asks for any port (Linux from 32768, others from 49152, RFC 6335 §6): a server
 * can take seconds to listen, and on a busy machine another had one of those by then, and answered in its place.
 */
const PORTS = { first: 10_000, count: 22_000, tries: 20 }

/** A port that is free now, drawn at random, so that others who start servers draw another. */
const freePort = async (): Promise<number> => {
  for (let left = PORTS.tries; left > 0; left--) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count)
    if (await isFree(port)) return port
  }
  throw new Error(`could not find a free port: because ${PORTS.tries} that were tried are taken; end some servers`)
}

const isFree = async (port: number): Promise<boolean> => {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    // It is taken, or kept for something else.
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}

const listens = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/**
 * The signal goes to the group: the shell, the server, and what the server started. Windows knows neither groups nor a
 * signal that a program could answer to, so there the whole tree is ended at once.
 */
const signal = ({ pid }: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void => {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
    return
  }
  try {
    process.kill(-pid, name)
  } catch {
    // It is gone already.
  }
}

/** Servers that run; what ends this process ends them. */
const running = new Set<ChildProcess>()
let isWatched = false

const watchForTheEnd = (): void => {
  if (isWatched) return
  isWatched = true
  const endAll = (): void => {
    for (const child of running) signal(child, 'SIGKILL')
  }
  process.once('exit', endAll)
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      endAll()
      process.kill(process.pid, name)
    })
  }
}

/**
 * Starts the command with `PORT` in its environment, and waits until something listens on 127.0.0.1:PORT.
 * @throws {StartError} when it ends before that, or takes too long
 */
export const startServer = async (
  { command, folder, env }: ServerCommand,
  limits: ServerLimits,
): Promise<ServerProcess> => {
  const port = await freePort()
  const options = {
    cwd: folder,
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  } satisfies SpawnOptions
  const child =
    typeof command === 'string'
      ? spawn(command, { ...options, shell: true })
      : spawn(command.file, command.args(port), options)
  watchForTheEnd()
  running.add(child)
  const lines = new ConsoleLines({ lines: limits.logLines, size: limits.logSize })
  child.stdout?.setEncoding('utf8').on('data', (text: string) => lines.write('log', text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => lines.write('error', text))
  let ended: string | null = null
  // 'close' comes when its last words have been read, 'exit' may come before.
  const closed = new Promise<void>(resolve => {
    child.once('error', error => {
      ended = error.message
      resolve()
    })
    child.once('exit', (code, name) => {
      ended = name === null ? `it ended with code ${code}` : `it was ended by ${name}`
    })
    child.once('close', () => resolve())
  })

  let stopping = false
  const stop = async (): Promise<void> => {
    stopping = true
    signal(child, 'SIGTERM')
    const timer = setTimeout(() => {
      signal(child, 'SIGKILL')
      // What left the group may hold on to the pipes.
      child.stdout?.destroy()
      child.stderr?.destroy()
    }, limits.stop)
    await closed
    clearTimeout(timer)
    // Somebody of the group may have outlived its leader.
    signal(child, 'SIGKILL')
    running.delete(child)
  }

  const until = performance.now() + limits.start
  for (let wait = 5; ended === null; wait = Math.min(wait * 1.5, 200)) {
    if (await listens(port))
      return { baseUrl: `http://127.0.0.1:${port}`, lines, ended: () => (stopping ? null : ended), stop }
    if (performance.now() > until) break
    await Promise.race([pause(wait), closed])
  }
  const why = ended ?? `nothing listened on 127.0.0.1:${port} (PORT) within ${limits.start / 1000} s`
  const timedOut = ended === null
  await stop()
  throw new StartError(why, await lines.take(), timedOut)
}
