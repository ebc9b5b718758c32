import { expect, test } from 'vitest'
import { whyNotAPath } from './path-rules.ts'

test.each(['app.ts', 'routes/items.ts', 'a-b_c.test.ts', 'items.v2.ts', `${'a'.repeat(97)}.ts`])(
  'a file can be named %s',
  path => {
    expect(whyNotAPath(path)).toBeNull()
  },
)

test.each([
  ['', 'it needs a name'],
  ['/app.ts', 'relative'],
  ['../app.ts', 'begin with a dot'],
  ['a/../../app.ts', 'begin with a dot'],
  ['a/./b.ts', 'begin with a dot'],
  ['.hidden.ts', 'begin with a dot'],
  ['a//b.ts', 'both sides of a slash'],
  ['routes/', 'both sides of a slash'],
  ['a\\b.ts', 'can be used'],
  ['a b.ts', 'can be used'],
  ['größe.ts', 'can be used'],
  ['a\0.ts', 'can be used'],
  ['a.ts\n', 'can be used'],
  ['https://example.com/a.ts', 'both sides of a slash'],
  ['__proto__/a.ts', 'reserved'],
  ['app', 'end in .ts'],
  ['data.json', 'end in .ts'],
  ['app.ts.js', 'end in .ts'],
  ['page.tsx', 'end in .ts'],
  [`${'a'.repeat(98)}.ts`, '100 characters'],
])('a file cannot be named %j, and the sentence says why', (path, reason) => {
  expect(whyNotAPath(path)).toContain(reason)
  expect(whyNotAPath(path)).toMatch(/^A file cannot be named ".*": .*\.$/s)
})
