import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collectZodTypes } from './zod-types.ts'

const root = join(import.meta.dirname, '..')

describe('the types of zod', () => {
  const { files, paths } = collectZodTypes(root)

  it('have a declaration file for every specifier', () => {
    for (const [uri] of Object.values(paths)) expect(files).toHaveProperty([uri ?? ''])
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(['zod', '@hono/zod-validator', '@hono/zod-openapi']))
  })

  it('hold one language', () => {
    expect(Object.keys(files).filter(uri => uri.includes('/v4/locales/'))).toHaveLength(2)
  })
})
