/**
 * The WebContainer engine, its kernel emulated, answers as real Node does: every case is put to both. That the real
 * kernel does is what the page at selftest/ is for.
 * @module
 */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Outcomes } from '../../src/selftest/conformance/batch.ts'
import { idOf } from '../../src/selftest/conformance/case.ts'
import { launchEmulated } from '../webcontainer/emulated-page.ts'
import { runInContainer } from '../webcontainer/in-container.ts'
import { runInBoth } from './both.ts'
import { areas, cases } from './cases/index.ts'

let node: Outcomes = new Map()
let container: Outcomes = new Map()

beforeAll(async () => {
  const { page, close } = await launchEmulated()
  try {
    const both = await runInBoth(cases, some => runInContainer(page, some))
    node = both.node
    container = both.other
  } finally {
    await close()
  }
}, 300_000)

for (const { title, cases } of areas) {
  describe(`in a WebContainer, emulated, as in Node: ${title}`, () => {
    it.each(cases.map(one => [one.name, idOf(one)]))('%s', (_, id) => {
      expect(container.get(id)).toEqual(node.get(id))
    })
  })
}
