/**
 * The page's end of the port to a sandbox: starts, feeds and ends processes of the container for it.
 * @module
 */

import { type FromContainer, RUNNER, type ToContainer } from '../protocol.ts'
import { reasonOf } from './container-error.ts'
import { ServedProcess } from './served-process.ts'
import type { Up } from './up.ts'

/** Nobody looks at it, and long lines must not be broken. */
const terminal = { cols: 200, rows: 24 }

export interface ProcessServer {
  /** Says how many processes did not end. */
  tellZombies(): void
  /** Ends every process and says so; the port is of no use afterwards. */
  lose(why: string): void
}

export const serveProcesses = ({ container, wear, packages }: Up, port: MessagePort): ProcessServer => {
  const processes = new Map<number, ServedProcess>()
  const say = (message: FromContainer): void => port.postMessage(message)
  const start = (process: number, env: Readonly<Record<string, string>>): ServedProcess => {
    const spawning = container.spawn('node', [RUNNER], { env: { ...env }, terminal })
    return new ServedProcess(container, spawning, wear, {
      output: text => say({ type: 'output', process, text }),
      ended: why => {
        processes.delete(process)
        say({ type: 'exited', process, why })
      },
    })
  }
  /** Also of a process that has ended: its last words may be in a file. */
  const fetch = async (process: number, path: string): Promise<void> => {
    const text = await container.fs.readFile(path, 'utf8').catch(() => null)
    say({ type: 'fetched', process, text })
    await container.fs.rm(path).catch(() => undefined)
  }
  const provide = async (ask: number, specifiers: readonly string[]): Promise<void> => {
    const why = await packages.provide(specifiers).then(() => null, reasonOf)
    say({ type: 'provided', ask, why })
  }
  port.onmessage = ({ data }: MessageEvent<ToContainer>) => {
    switch (data.type) {
      case 'provide':
        void provide(data.ask, data.packages)
        return
      case 'spawn':
        processes.set(data.process, start(data.process, data.env))
        return
      case 'say':
        processes.get(data.process)?.say(data.line, data.file)
        return
      case 'kill':
        processes.get(data.process)?.end()
        processes.delete(data.process)
        return
      case 'fetch':
        void fetch(data.process, data.path)
    }
  }
  return {
    tellZombies: () => say({ type: 'zombies', count: wear.zombies }),
    lose: why => {
      for (const served of processes.values()) served.end()
      say({ type: 'lost', why })
      port.close()
    },
  }
}
