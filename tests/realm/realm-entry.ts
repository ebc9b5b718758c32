/**
 * A realm for the tests: everything installed as in the engine, then a module of programs imported from a blob.
 * @module
 */

import { installRealm } from '../../src/sandbox/embedded/realm/install.ts'
import { openPort } from '../../src/sandbox/embedded/realm/port.ts'
import { type Cases, type Outcome, runCase } from './case.ts'

/** Lines the realm's console keeps before it says that the limit is reached. */
const LINES = 1_000

export interface Boot {
  readonly program: string
}
export type Outcomes = Readonly<Record<string, Readonly<Record<string, Outcome>>>>

const runAll = async (groups: Readonly<Record<string, Cases>>, written: () => readonly string[]): Promise<Outcomes> => {
  const outcomes: Record<string, Record<string, Outcome>> = {}
  for (const [group, cases] of Object.entries(groups)) {
    const found: Record<string, Outcome> = {}
    for (const [name, run] of Object.entries(cases)) {
      written()
      found[name] = await runCase(run, { written })
    }
    outcomes[group] = found
  }
  return outcomes
}

addEventListener(
  'message',
  async ({ data, ports: [messagePort, cryptoPort] }: MessageEvent<Boot>) => {
    if (!messagePort || !cryptoPort) return
    const port = openPort(messagePort)
    let lines: string[] = []
    const write = (_: string, text: string) => lines.push(text) < LINES
    const exit = () => {
      throw new Error('the program called process.exit()')
    }
    installRealm(globalThis, { cryptoPort, write, exit })
    const written = () => {
      const taken = lines
      lines = []
      return taken
    }
    const url = URL.createObjectURL(new Blob([data.program], { type: 'text/javascript' }))
    try {
      const { cases } = await import(/* @vite-ignore */ url)
      port.post(await runAll(cases, written))
    } catch (error) {
      port.post(String(error instanceof Error ? error.stack : error))
    }
  },
  { once: true },
)
