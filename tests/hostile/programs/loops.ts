/**
 * Programs that never come to an end.
 * @module
 */

import {
  type Area,
  answered500,
  app,
  broke,
  checkOf,
  get,
  hangs,
  passed,
  program,
  stoppedAfter,
  tookTooLong,
} from '../program.ts'

/** `(module (func (export "f") (loop (br 0))))`, WebAssembly's shortest endless loop. */
const wasmLoop = '0,97,115,109,1,0,0,0, 1,4,1,96,0,0, 3,2,1,0, 7,5,1,1,102,0,0, 10,9,1,7,0,3,64,12,0,11,11'

const aborted = [checkOf('aborted', { ...get(), expect: [], abort: { ms: 20 } }, get('/next'))]

export const loops: Area = {
  name: 'Endless loops',
  programs: [
    program('Loops for ever while it is imported.', { 'app.ts': 'while (true) {}' }, tookTooLong),
    program('Loops for ever in a handler.', app('while (true) {}'), tookTooLong),
    hangs('Queues microtasks for ever, so that no timer and no message gets a turn.', app('for (;;) await null')),
    hangs(
      'Queues a task from every task, for ever, and never answers.',
      app('await new Promise(() => { const again = () => setImmediate(again); again() })'),
    ),
    hangs(
      'Matches a regular expression that needs longer than the universe is old.',
      app("return c.text(String(/^(a+)+$/.test('a'.repeat(60) + 'b')))"),
    ),
    program(
      'Answers with a body that never ends, one byte at a time.',
      app('return c.body(new ReadableStream({ pull: stream => stream.enqueue(new Uint8Array(1)) }))'),
      broke('The body of the answer is too large and was cut off: more than 4096 chunks.'),
    ),
    hangs(
      'Answers with a body whose next chunk never comes.',
      app('return c.body(new ReadableStream({ pull: () => new Promise(() => undefined) }))'),
    ),
    hangs(
      'Loops for ever when its body is asked for a chunk.',
      app('return c.body(new ReadableStream({ pull: () => { while (true) {} } }))'),
    ),
    program(
      'Logs an object with a getter that loops for ever.',
      app("console.log({ get trap() { while (true) {} } })\nreturn c.text('no getter is run by logging it')"),
      passed('no getter is run by logging it'),
    ),
    hangs(
      'Logs an object whose own way to be shown loops for ever.',
      app("console.log({ [Symbol.for('nodejs.util.inspect.custom')]: () => { while (true) {} } })\nreturn c.text('x')"),
    ),
    hangs('Throws an error whose message is a getter that loops for ever.', {
      'app.ts':
        "export default { fetch() { throw Object.defineProperty(new Error(), 'message', { get: () => { while (true) {} } }) } }",
    }),
    program(
      'Answers, and loops for ever in the work that goes on afterwards.',
      app(
        "c.executionCtx.waitUntil(new Promise(resolve => setTimeout(resolve)).then(() => { while (true) {} }))\nreturn c.text('answered')",
      ),
      stoppedAfter(4_000),
    ),
    program(
      'Loops for ever when the client goes away.',
      app(
        "if (c.req.path === '/next') return c.text('next')\nc.req.raw.signal.addEventListener('abort', () => { while (true) {} })\nreturn c.body(new ReadableStream({ cancel: () => { while (true) {} } }))",
      ),
      tookTooLong,
      { checks: aborted },
    ),
    program(
      'Loops for ever in start(), before the first request.',
      {
        'app.ts':
          "import { Hono } from 'hono'\nexport const start = () => { while (true) {} }\nexport default new Hono()",
      },
      tookTooLong,
    ),
    hangs(
      'Loops for ever in WebAssembly.',
      app(
        `const { instance } = await WebAssembly.instantiate(new Uint8Array([${wasmLoop}]))\ninstance.exports.f()\nreturn c.text('x')`,
      ),
    ),
    hangs(
      'Makes shared memory with WebAssembly and puts its thread to sleep on it.',
      app(
        'const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })\nAtomics.wait(new Int32Array(buffer), 0, 0)\nreturn c.text("slept")',
      ),
    ),
    program(
      'Calls itself as a client for ever, each request from inside the one before.',
      app("return app.request('/')"),
      answered500,
    ),
    program(
      'Recurses without an end in a handler.',
      app('const down = () => down() + 1\nreturn c.json(down())'),
      answered500,
    ),
    program(
      'Recurses without an end while it is imported.',
      { 'app.ts': 'const down = () => down() + 1\nexport default down()' },
      broke(
        'The app did not start, because its code threw while it was loading: RangeError: Maximum call stack size exceeded (app.ts, line 1).',
      ),
    ),
    program('Redirects every request to itself.', app("return c.redirect('/')"), passed(''), {
      checks: [
        checkOf('redirected', get('/', [{ subject: { kind: 'status' }, predicate: { kind: 'equals', value: 302 } }])),
      ],
    }),
    program(
      'Leaves a timer behind that would answer in the place of the next check.',
      app(
        "setInterval(() => { globalThis.stolen = 'stolen' }, 1)\nawait new Promise(resolve => setTimeout(resolve, 20))\nreturn c.text(before)",
        "const before = globalThis.stolen ?? 'nothing was left behind'",
      ),
      passed('nothing was left behind'),
      { checks: [checkOf('first', get()), checkOf('second', get())] },
    ),
  ],
}
