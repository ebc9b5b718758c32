import { expect, test } from 'vitest'
import { appPath } from './app-path.ts'

test.each([
  ['/items?limit=2#top', '/items?limit=2#top'],
  ['items', '/items'],
  ['  /items/1 ', '/items/1'],
  ['', '/'],
  ['?q=a', '/?q=a'],
  ['/go?to=https://example.com/', '/go?to=https://example.com/'],
  ['items:batch', '/items:batch'],
  ['@example.com/x', '/@example.com/x'],
  ['javascript:alert(1)', '/javascript:alert(1)'],
])('%j is the path %j', (typed, path) => {
  expect(appPath(typed)).toEqual({ path })
})

test('whatever the path, it stays with the origin of the app', () => {
  for (const typed of ['//example.com/x', '/\\example.com', '\\\\example.com', '.example.com', ':8080/x']) {
    const result = appPath(typed)
    const path = 'path' in result ? result.path : expect.fail(result.refused)
    expect(new URL(`https://app.test${path}`).origin).toBe('https://app.test')
  }
})

test.each(['https://example.com/items', 'HTTP://localhost:3000', 'localhost:3000/items', '127.0.0.1:8080'])(
  'the address %s is refused, with what to write instead',
  typed => {
    expect(appPath(typed)).toEqual({
      refused: `could not load ${typed}: because only your own app is shown here; write a path of it, such as /items`,
    })
  },
)
