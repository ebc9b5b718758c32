/**
 * The WebContainer engine, its kernel emulated, answers as real Node does: every case is put to both. That the real
 * kernel does is what the page at selftest/ is for.
 * @module
 */

import { beforeAll, describe, expect, it } from 'vitest'
import { launchEmulated } from '../webcontainer/emulated-page.ts'
import { batchesOf, type Outcomes } from './batch.ts'
import { idOf } from './case.ts'
import { areas, cases } from './cases/index.ts'
import { runInPage } from './embedded.ts'
import { runInNode } from './node.ts'

let node: Outcomes = new Map()
let container: Outcomes = new Map()

beforeAll(async () => {
  const batches = batchesOf(cases)
  node = await runInNode(batches)
  const { page, close } = await launchEmulated()
  try {
    container = await runInPage(batches, async job => {
      const text = await page.evaluate(
        async text => JSON.stringify(await window.rendition.runChecks({ ...JSON.parse(text), engine: 'webcontainer' })),
        JSON.stringify(job),
      )
      return JSON.parse(text)
    })
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
