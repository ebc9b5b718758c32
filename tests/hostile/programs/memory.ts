/**
 * Programs that take all the memory they can get, and hold it when they get no more.
 * @module
 */

import { type Area, answered500, app, broke, checkOf, failed, get, program, tookTooLong } from '../program.ts'

/** Takes more and more; where the browser refuses, it keeps what it has. */
const taking = (more: string) =>
  app(`const all = []
  try { for (;;) { ${more} } } catch {}
  for (;;);`)

export const memory: Area = {
  name: 'Memory',
  programs: [
    program('Puts objects into an array for ever.', taking('all.push({ item: all.length })'), tookTooLong),
    program('Takes buffers of 64 MB for ever.', taking('all.push(new Uint8Array(64 * 1024 * 1024))'), tookTooLong),
    program(
      'Takes buffers of 64 MB for ever and fills them.',
      taking('all.push(new Uint8Array(64 * 1024 * 1024).fill(1))'),
      tookTooLong,
    ),
    program(
      'Takes WebAssembly memory for ever and writes to every page of it.',
      taking(
        'const memory = new WebAssembly.Memory({ initial: 4096 }); all.push(memory); const bytes = new Uint8Array(memory.buffer); for (let at = 0; at < bytes.length; at += 4096) bytes[at] = 1',
      ),
      tookTooLong,
    ),
    program(
      'Fills maps, sets and the timeline of performance marks for ever.',
      taking(
        "all.push(new Map(Array.from({ length: 1e5 }, (_, i) => [i, i])), new Set(Array.from({ length: 1e5 }, (_, i) => i))); performance.mark('hostile')",
      ),
      tookTooLong,
    ),
    program(
      'Doubles a string until it is longer than a string can be.',
      app("let text = 'x'\nfor (;;) text += text"),
      answered500,
    ),
    program(
      'Answers with JSON that is nested a hundred thousand times.',
      app("return c.body('['.repeat(1e5) + ']'.repeat(1e5), 200, { 'content-type': 'application/json' })"),
      failed('The JSON body should be 1, but the body is nested more than 500 levels deep.'),
      {
        checks: [
          checkOf(
            'nested',
            get('/', [{ subject: { kind: 'json', path: '$' }, predicate: { kind: 'equals', value: 1 } }]),
          ),
        ],
      },
    ),
    program(
      'Answers with 50 MB in one piece.',
      app('return c.body(new Uint8Array(50 * 1024 * 1024))'),
      broke('The body of the answer is too large and was cut off: more than 8 MB.'),
    ),
    program(
      'Answers with a stream of 200 MB.',
      app('return c.body(new ReadableStream({ pull: stream => stream.enqueue(new Uint8Array(1024 * 1024)) }))'),
      broke('The body of the answer is too large and was cut off: more than 8 MB.'),
    ),
  ],
}
