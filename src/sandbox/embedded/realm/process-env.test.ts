import { expect, it } from 'vitest'
import { makeEnv } from './process-env.ts'

it('holds text, whatever is assigned, as the environment of this process does', () => {
  const assigned = { NUMBER: 7, NOTHING: undefined, NULL: null, LIST: [1, 2], TEXT: '' }
  const env = Object.assign(makeEnv(), assigned)
  Object.assign(process.env, assigned)
  for (const name of Object.keys(assigned)) {
    expect(Reflect.get(env, name)).toBe(process.env[name])
    delete process.env[name]
  }
  expect(() => Reflect.set(env, 'SYMBOL', Symbol('x'))).toThrow(TypeError)
})

it('is otherwise an object like any other', () => {
  const env = Object.assign(makeEnv(), { A: 'a', B: 'b' })
  Reflect.deleteProperty(env, 'A')
  expect({ ...env }).toEqual({ B: 'b' })
  expect('A' in env).toBe(false)
})
