/**
 * The supervisor: takes the page's calls, one app after another or several at once, and hands them to realms. It
 * caps, keeps the clock and ends realms, so that no program can slow the page down.
 * @module
 */

import { SandboxError } from '../../sandbox.ts'
import type { FromSupervisor, Reply, ToSupervisor } from '../protocol.ts'
import { RealmPool } from './realm-pool.ts'
import { SupervisedApp } from './supervised-app.ts'

/** A spare realm is started this long after the last one was taken, ms: by then most runs are over. */
const spareDelay = 100

export const supervise = (port: MessagePort, openCrypto: (port: MessagePort) => void): void => {
  const apps = new Map<number, SupervisedApp>()
  const say = (message: FromSupervisor) => port.postMessage(message)
  let booted: { pool: RealmPool; start: (message: Extract<ToSupervisor, { type: 'start' }>) => SupervisedApp } | null =
    null

  const boot = async ({ scripts, limits }: Extract<ToSupervisor, { type: 'boot' }>): Promise<void> => {
    const pool = new RealmPool(scripts, { limits, openCrypto })
    booted = { pool, start: ({ program }) => new SupervisedApp(program, pool, limits) }
    try {
      await pool.warm().ready
      say({ type: 'booted' })
    } catch (error) {
      say({ type: 'boot-failed', why: String(error) })
    }
  }

  const reply = async (call: number, work: (app: SupervisedApp) => Promise<Reply>, app: number): Promise<void> => {
    try {
      const found = apps.get(app)
      if (!found) throw new SandboxError('aborted', 'the app was stopped')
      say({ type: 'replied', call, reply: await work(found) })
    } catch (error) {
      const code = error instanceof SandboxError ? error.code : 'start-failed'
      say({ type: 'failed', call, code, message: error instanceof Error ? error.message : String(error) })
    }
  }

  port.onmessage = ({ data }: MessageEvent<ToSupervisor>) => {
    switch (data.type) {
      case 'boot':
        void boot(data)
        return
      case 'start':
        if (booted) apps.set(data.app, booted.start(data))
        setTimeout(() => booted?.pool.warm(), spareDelay)
        return
      case 'fresh':
        void reply(data.call, app => app.fresh(data.env), data.app)
        return
      case 'send':
        void reply(data.call, app => app.send(data.request, data.timeLimit), data.app)
        return
      case 'settle':
        void reply(data.call, app => app.settle(), data.app)
        return
      case 'stop':
        apps.get(data.app)?.stop()
        apps.delete(data.app)
        booted?.pool.warm()
    }
  }
}
