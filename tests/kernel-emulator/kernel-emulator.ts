/**
 * The kernel emulator: lets the unmodified client of WebContainers (`@webcontainer/api`) run in a real browser without
 * the kernel that StackBlitz hosts. The client's frame is served from here, and what it asks for is done with real Node
 * processes in real terminals, in a folder of this machine. A test that passes with it says nothing about the real
 * kernel's own terminal, files, network or speed.
 *
 * Its address is given to the client as `globalThis.WEBCONTAINER_API_IFRAME_URL`, before the client's first `boot`.
 * @module
 */

import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Channel } from './channel.ts'
import { type Chaos, noChaos } from './chaos.ts'
import { serveHost } from './host-server.ts'
import { Kernel } from './kernel.ts'
import type { KernelProcess } from './kernel-process.ts'
import { Relay } from './relay.ts'

export interface KernelEmulator {
  /** `http://127.0.0.1:12345` */
  readonly origin: string
  /** May be changed at any time. */
  readonly chaos: Chaos
  /** Processes that are alive now, in all kernels. */
  readonly processes: number
  /** Kernels that were built so far. */
  readonly boots: number
  /** How often the host page was asked for. */
  readonly asked: number
  /** Has every kernel send its page an `error` event. */
  complain(message: string): void
  /** Every kernel goes away as if it had crashed: nobody tells the pages. They may come again. */
  lose(): Promise<void>
  /** Ends everything and leaves nothing behind. */
  close(): Promise<void>
}

/** @throws {Error} where there are no terminals or no named pipes, as on Windows */
export const startKernelEmulator = async (chaos: Partial<Chaos> = {}): Promise<KernelEmulator> => {
  const { spawn } = await loadTerminals()
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'kernel-'))
  const state = { chaos: { ...noChaos, ...chaos }, boots: 0, asked: 0, lastId: 0 }
  const relays = new Set<Relay>()
  const channel = await Channel.open(join(folder, 'channel')).catch(async cause => {
    await rm(folder, { recursive: true })
    throw new Error('could not start the kernel emulator: because mkfifo makes no pipe; use Linux or macOS', { cause })
  })
  const parts = { chaos: state.chaos, channel, spawn, nextId: () => ++state.lastId, alive: new Set<KernelProcess>() }
  const host = await serveHost(
    () => ++state.asked > state.chaos.unavailable,
    socket => {
      const relay = new Relay(socket, state.chaos, (workdirName, callPage) =>
        Kernel.build(parts, join(folder, `${++state.boots}`), workdirName, callPage),
      )
      relays.add(relay)
      socket.on('close', () => void end(relay))
    },
  )
  const ending = new Set<Promise<void>>()
  const end = (relay: Relay): Promise<void> => {
    relays.delete(relay)
    const ended = relay.close().finally(() => ending.delete(ended))
    ending.add(ended)
    return ended
  }
  const lose = async () => {
    for (const relay of relays) void end(relay)
    await Promise.all(ending)
  }
  return {
    origin: host.origin,
    chaos: state.chaos,
    get processes() {
      return parts.alive.size
    },
    get boots() {
      return state.boots
    },
    get asked() {
      return state.asked
    },
    complain: message => {
      for (const { kernel } of relays) kernel?.emit('error', { message })
    },
    lose,
    close: async () => {
      await host.close()
      await lose()
      await channel.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const loadTerminals = async () => {
  try {
    return await import('@lydell/node-pty')
  } catch (error) {
    throw new Error(
      'could not start the kernel emulator: because @lydell/node-pty, which makes its terminals, has nothing for this machine; install again with optional dependencies, or use Linux or macOS',
      { cause: error },
    )
  }
}
