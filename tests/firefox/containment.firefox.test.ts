import { expect, onTestFinished, test } from 'vitest'
import { honestChecks, honestFiles } from '../hostile/honest.ts'
import { listen } from '../hostile/listener.ts'
import { app, checkOf, get } from '../hostile/program.ts'
import { seenOf } from '../hostile/seen.ts'
import { runChecks, sharedExercise } from './page.ts'

const page = sharedExercise('08-status-codes')

/** ms; so that a test does not take as long as the engine's own limit. */
const shortly = 300
const answers = [checkOf('answers', { ...get(), timeLimit: shortly })]

test.each([
  ['in a handler', app('for (;;) {}')],
  ['of microtasks', app('for (;;) await null')],
  ['in a regular expression', app("return c.text(String(/^(a+)+$/.test('a'.repeat(40) + 'b')))")],
])('an endless loop %s ends at the limit, and the next honest run passes', async (_, files) => {
  const verdict = await runChecks(page(), { files, checks: answers })
  expect(verdict.results[0]?.failure?.kind).toBe('timed-out')
  expect(seenOf(await runChecks(page(), { files: honestFiles, checks: honestChecks })).outcome).toBe('passed')
})

test('an endless loop at import ends at the start limit, and the next honest run passes', async () => {
  const verdict = await runChecks(page(), { files: { 'app.ts': 'for (;;) {}' }, checks: answers })
  expect(verdict.results[0]?.failure?.kind).toBe('timed-out')
  expect(seenOf(await runChecks(page(), { files: honestFiles, checks: honestChecks })).outcome).toBe('passed')
})

test.each([
  ['fetch', "await fetch('http://NETWORK/')"],
  ['a WebSocket', "new WebSocket('ws://NETWORK/')"],
  ['an EventSource', "new EventSource('http://NETWORK/')"],
  [
    'an XMLHttpRequest',
    "const request = new XMLHttpRequest(); request.open('GET', 'http://NETWORK/', false); request.send()",
  ],
  ['importScripts', "importScripts('http://NETWORK/script.js')"],
  ['import of an address', "const address = 'http://NETWORK/module.js'; await import(address)"],
  ['a worker of its own', 'new Worker(URL.createObjectURL(new Blob([\'fetch("http://NETWORK/")\'])))'],
  ['IndexedDB', "indexedDB.open('hostile')"],
])('%s is refused, and nothing reaches a network', async (_, code) => {
  const listener = await listen()
  onTestFinished(() => listener.close())
  const attempt = `try { ${code.replaceAll('NETWORK', listener.address)} } catch { return c.text('refused') }
return c.text('done')`
  const verdict = await runChecks(page(), { files: app(attempt), checks: answers })
  expect(seenOf(verdict)).toEqual({ outcome: 'passed', sentence: 'refused' })
  expect(listener.heard()).toBe(0)
})
