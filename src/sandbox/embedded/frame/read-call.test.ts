import { expect, test } from 'vitest'
import { readCryptoCall } from './read-call.ts'

const bytes = new ArrayBuffer(4)
const name = { type: 'plain', value: 'SHA-256' }
const call = { type: 'call', call: 1, method: 'digest', args: [name, { type: 'bytes', bytes }] }
const nested = (depth: number): object => (depth === 0 ? name : { type: 'list', items: [nested(depth - 1)] })
const endless = Object.assign([], { length: 4_294_967_295 })

test.each([
  call,
  {
    ...call,
    args: [
      { type: 'dictionary', members: [['name', name]] },
      { type: 'key', key: -1 },
    ],
  },
  { ...call, args: [nested(6)] },
  { type: 'adopt', key: -1, bytes, hash: 'SHA-1', extractable: true, usages: ['sign'] },
  { type: 'free', key: 3 },
])('%j is read as it is', message => {
  expect(readCryptoCall(message)).toEqual(message)
})

test.each([
  null,
  'call',
  { ...call, call: 'first' },
  { ...call, method: 'constructor' },
  { ...call, args: endless },
  { ...call, args: [{ type: 'list', items: endless }] },
  { ...call, args: [{ type: 'dictionary', members: endless }] },
  { ...call, args: [{ type: 'dictionary', members: [[1, name]] }] },
  { ...call, args: [nested(7)] },
  { ...call, args: [{ type: 'plain', value: {} }] },
  { ...call, args: [{ type: 'bytes', bytes: [1] }] },
  { type: 'adopt', key: -1, bytes, hash: 'SHA-1', extractable: true, usages: ['sign', 'nonsense'] },
  { type: 'free', key: {} },
])('a forged message is not read', message => {
  expect(readCryptoCall(message)).toBeNull()
})
