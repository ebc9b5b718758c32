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
/** And this long after an app was stopped, ms: the page is about to paint its verdict. */
const paintDelay = 30
/** ms. */
const longestHold = 30

export const supervise = (port: MessagePort, openCrypto: (port: MessagePort) => void): void => {
  const apps = new Map<number, SupervisedApp>()
  const { say, hold, release } = outbox(port)
  let booted: { pool: RealmPool; start: (message: Extract<ToSupervisor, { type: 'start' }>) => SupervisedApp } | null =
    null

  const boot = async ({ scripts, limits }: Extract<ToSupervisor, { type: 'boot' }>): Promise<void> => {
    const pool = new RealmPool(scripts, { limits, openCrypto })
    booted = { pool, start: ({ program, bundles }) => new SupervisedApp(program, bundles, pool, limits) }
    try {
      await pool.warm().ready
      say({ type: 'booted' })
    } catch (error) {
      say({ type: 'boot-failed', why: String(error) })
    }
  }

  const answer = async (call: number, work: () => Promise<Reply>): Promise<void> => {
    try {
      say({ type: 'replied', call, reply: await work() })
    } catch (error) {
      const code = error instanceof SandboxError ? error.code : 'start-failed'
      say({ type: 'failed', call, code, message: error instanceof Error ? error.message : String(error) })
    }
  }
  const call = (id: number, number: number, work: (app: SupervisedApp) => Promise<Reply>): void => {
    const app = apps.get(id)
    if (app) {
      hold()
      void answer(number, () => work(app)).then(release)
    } else say({ type: 'failed', call: number, code: 'aborted', message: 'the app was stopped' })
  }

  const receive = (data: ToSupervisor): void => {
    switch (data.type) {
      case 'boot':
        void boot(data)
        return
      case 'start':
        if (booted) apps.set(data.app, booted.start(data))
        setTimeout(() => booted?.pool.warm(), spareDelay)
        return
      case 'bundle':
        booted?.pool.addBundle(data.name, data.bundle)
        return
      case 'call':
        call(data.app, data.call, app => app.ask(data.asked))
        return
      case 'stop':
        apps.get(data.app)?.stop()
        apps.delete(data.app)
        setTimeout(() => booted?.pool.warm(), paintDelay)
    }
  }
  port.onmessage = ({ data }: MessageEvent<readonly ToSupervisor[]>) => data.forEach(receive)
}

/** What is said is sent when nothing more is under way, or after `longestHold` ms: replies travel together. */
const outbox = (port: MessagePort) => {
  let waiting: FromSupervisor[] = []
  let underWay = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = () => {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length > 0) port.postMessage(waiting)
    waiting = []
  }
  return {
    say: (message: FromSupervisor) => {
      waiting.push(message)
      if (underWay === 0) send()
      else timer ??= setTimeout(send, longestHold)
    },
    hold: () => {
      underWay += 1
    },
    release: () => {
      underWay -= 1
      if (underWay === 0) send()
    },
  }
}
