import { expect, it } from 'vitest'
import { z } from 'zod'
import { zodReset } from './zod-reset.ts'

it('makes zod forget its settings and the names of schemas', () => {
  const before = { ...z.config() }
  const reset = zodReset(z)
  const schema = z.string().meta({ id: 'Name' })
  z.config({ customError: () => 'own words' })
  expect(schema.safeParse(1).error?.issues[0]?.message).toBe('own words')
  reset()
  expect(z.config()).toEqual(before)
  expect(z.globalRegistry.has(schema)).toBe(false)
  // Zod takes up English with the first schema that is made.
  expect(z.string().safeParse(1).error?.issues[0]?.message).toMatch(/expected string/)
})
