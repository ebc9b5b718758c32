/**
 * Entry of a realm: a classic worker that makes itself look like a server and then takes programs.
 * @module
 */

import { LogWriter } from '../../program/log-writer.ts'
import type { RealmBoot } from '../protocol.ts'
import { Ending } from './ending.ts'
import { installRealm } from './install.ts'
import { trackLeftovers } from './leftovers.ts'
import { Packages } from './packages.ts'
import { openPort } from './port.ts'
import { runRealm } from './realm.ts'
import { warmUp } from './warm-up.ts'

const start = async (boot: RealmBoot, supervisor: MessagePort, cryptoPort: MessagePort): Promise<void> => {
  const port = openPort(supervisor)
  const log = new LogWriter(boot.limits, lines => port.post({ type: 'log', lines }))
  const ending = new Ending()
  installRealm(globalThis, { cryptoPort, write: log.write, exit: ending.exit })
  const packages = new Packages()
  await packages.load(boot.packages)
  const leftovers = trackLeftovers(globalThis)
  if (boot.warmUp) await warmUp(packages.modules, leftovers.clear)
  runRealm({ port, boot, log, packages, leftovers, ending })
}

/** A rejection stays in the worker; only an uncaught error reaches the supervisor. */
const announce = (error: unknown): void => {
  setTimeout(() => {
    throw error
  })
}

addEventListener(
  'message',
  ({ data, ports: [port, cryptoPort] }: MessageEvent<RealmBoot>) =>
    port && cryptoPort && void start(data, port, cryptoPort).catch(announce),
  { once: true },
)
