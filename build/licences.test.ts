import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { licencesOf } from './licences.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

test('every package that is handed on comes with its licence, one that others bring along as well', () => {
  const licences = licencesOf(root)
  const names = licences.map(({ name }) => name)
  expect(names).toEqual([...names].sort())
  expect(names).toEqual(expect.arrayContaining(['drizzle-orm', 'hono', 'monaco-editor', 'scheduler', 'sql.js', 'zod']))
  expect(licences.find(({ name }) => name === 'hono')?.text).toContain('Permission is hereby granted')
  expect(licences.filter(({ id }) => !/MIT|ISC|BSD|Apache-2\.0|OFL-1\.1/u.test(id)).map(({ name }) => name)).toEqual([])
})
