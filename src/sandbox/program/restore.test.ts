import { expect, it } from 'vitest'
import { rememberRealm } from './restore.ts'

/** A global object of the test's own: what is remembered is in it alone. */
const scopeWith = (globals: object): typeof globalThis => Object.assign(Object.create(null), globals)

it('puts back what was replaced or deleted and takes away what was added', () => {
  const math = { random: () => 4 }
  const scope = scopeWith({ Math: math, kept: 1, replaced: 2, gone: 3 })
  const { random } = math
  const restore = rememberRealm(scope)
  Object.assign(scope, { replaced: 'x', added: 1 })
  math.random = () => 7
  Reflect.deleteProperty(scope, 'gone')
  expect(restore()).toBe(true)
  expect(Object.entries(scope)).toEqual(
    expect.arrayContaining([
      ['kept', 1],
      ['replaced', 2],
      ['gone', 3],
    ]),
  )
  expect(Object.hasOwn(scope, 'added')).toBe(false)
  expect(math.random).toBe(random)
})

it('puts back a value behind a getter that throws', () => {
  const scope = scopeWith({ value: 1 })
  const restore = rememberRealm(scope)
  const get = () => {
    throw new Error('spoiled')
  }
  Object.defineProperty(scope, 'value', { get, configurable: true })
  expect(restore()).toBe(true)
  expect(Reflect.get(scope, 'value')).toBe(1)
})

it('says when something cannot be put back', () => {
  const json = { parse: 1 }
  const scope = scopeWith({ JSON: json })
  const restore = rememberRealm(scope)
  json.parse = 2
  Object.freeze(json)
  expect(restore()).toBe(false)
})
