/**
 * The realm answers as Node does: the same cases run in a browser's realm and here, and come to the same.
 * @module
 */

import { Console } from 'node:console'
import { Writable } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Outcome, runCase, type Surroundings } from './case.ts'
import { cases } from './cases/index.ts'
import { expectations } from './expectations.ts'
import type { Outcomes } from './realm-entry.ts'

/** Runs with Node's own console, its lines kept. */
const withNodeConsole = async (run: (surroundings: Surroundings) => Promise<Outcome>): Promise<Outcome> => {
  let lines: string[] = []
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _, done) {
      lines.push(text.replace(/\n$/, ''))
      done()
    },
  })
  const before = globalThis.console
  globalThis.console = new Console({ stdout: stream, stderr: stream })
  try {
    return await run({
      written: () => {
        const taken = lines
        lines = []
        return taken
      },
    })
  } finally {
    globalThis.console = before
  }
}

/**
 * A test for each case of `program.ts`.
 * @param runInRealm runs that module in a browser; called once
 */
export const compareRealm = (runInRealm: () => Promise<Outcomes>): void => {
  let realm: Outcomes = {}
  beforeAll(async () => {
    realm = await runInRealm()
  })

  for (const [group, members] of Object.entries(cases)) {
    describe(`in the realm as in Node: ${group}`, () => {
      for (const [name, run] of Object.entries(members)) {
        it(name, async () => {
          const inNode = await withNodeConsole(surroundings => runCase(run, surroundings))
          expect(realm[group]?.[name]).toEqual(inNode)
        })
      }
    })
  }

  describe('in the realm only', () => {
    for (const [name, expected] of Object.entries(expectations)) {
      it(name, () => {
        expect(realm.own?.[name]).toEqual({ value: JSON.stringify(expected) })
      })
    }
  })
}
