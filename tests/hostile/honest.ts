/**
 * An honest program that uses every part of the engine: what must still work after each hostile one.
 * @module
 */

import type { Check } from '../../src/check/check.ts'
import type { SourceFiles } from '../../src/compile/program.ts'
import { app, checkOf, get } from './program.ts'

export const honestFiles: SourceFiles = app(`
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' }
  const data = new TextEncoder().encode('data')
  const signature = await crypto.subtle.sign(algorithm, pair.privateKey, data)
  const verified = await crypto.subtle.verify(algorithm, pair.publicKey, signature, data)
  await new Promise(resolve => setTimeout(resolve, 1))
  console.log('honest', [verified])
  c.header('set-cookie', 'a=1')
  c.header('set-cookie', 'b=2', { append: true })
  return c.body(new Blob([JSON.stringify({ verified })]).stream(), 200, { 'content-type': 'application/json' })`)

export const honestChecks: readonly Check[] = [
  checkOf(
    'honest',
    get('/', [
      { subject: { kind: 'json', path: '$' }, predicate: { kind: 'equals', value: { verified: true } } },
      { subject: { kind: 'header', name: 'set-cookie' }, predicate: { kind: 'equals', value: ['a=1', 'b=2'] } },
      { subject: { kind: 'log' }, predicate: { kind: 'equals', value: ['honest [ true ]'] } },
    ]),
  ),
]
