/**
 * Holds hostile programs to what is written of them, on one page, one after the other: what one program left behind, the
 * next honest run would meet.
 * @module
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contain, type HostilePage, openHostilePage } from './hostile-page.ts'
import type { Area } from './program.ts'
import { isSentence } from './seen.ts'

export const containAreas = (areas: readonly Area[]): void => {
  let opened: HostilePage

  beforeAll(async () => {
    opened = await openHostilePage()
  })
  afterAll(() => opened.close())

  describe.each(areas)('$name', ({ programs }) => {
    test.each(programs)('$tries', async program => {
      const seen = await contain(opened, program)
      expect(seen.outcome, seen.sentence).toBe(program.sees.outcome)
      expect(isSentence(seen.sentence, program.sees.sentence), seen.sentence).toBe(true)
    })
  })
}
