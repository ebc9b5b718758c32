/**
 * Programs that replace what the engine is made of: every built-in that its code, which shares a realm with the program,
 * could use.
 * @module
 */

import { type Area, broke, hangs, honestAfter, passed, program } from '../program.ts'

const fail = "const fail = () => { throw new Error('patched') }"
/** Replaces every method and getter of some objects by a function that throws. */
const breakAll = (...objects: readonly string[]) => `${fail}
for (const object of [${objects.join(', ')}]) {
  for (const key of Reflect.ownKeys(object)) {
    const property = Reflect.getOwnPropertyDescriptor(object, key)
    if (key === 'constructor' || !property.configurable) continue
    if (property.get) Object.defineProperty(object, key, { get: fail, set: fail })
    else if (typeof property.value === 'function') Object.defineProperty(object, key, { value: fail, writable: true })
  }
}`

/** A program that needs nothing of Hono, so that what breaks is the engine or the program itself. */
const bare = (before: string, handler = "return new Response('answered')") => ({
  'app.ts': `const answer = Response\nexport default { fetch(request) {\n${handler.replace('new Response', 'new answer')}\n} }\n${before}\n`,
})

const fields = ['id', 'type', 'failure', 'response', 'status', 'headers', 'body', 'chunks', 'complete', 'ms', 'kind']
const moreFields = ['message', 'at', 'level', 'text', 'lines', 'why', 'fetch', 'app']

const answers = passed('answered')

export const builtIns: Area = {
  name: 'Built-ins replaced',
  programs: [
    program(
      'Puts setters with the names of the engine’s own fields on Object.prototype.',
      bare(
        `for (const name of ${JSON.stringify([...fields, ...moreFields])}) Object.defineProperty(Object.prototype, name, { configurable: true, get: () => undefined, set() { throw new Error('set ' + name) } })`,
      ),
      broke('The app threw an error instead of answering: Error: set body.'),
    ),
    program(
      'Gives every object the fields of a failed answer.',
      bare(
        "Object.assign(Object.prototype, { failure: { kind: 'not-sendable', message: 'forged', at: null }, why: 'forged', end: { kind: 'too-large' } })",
      ),
      answers,
    ),
    program(
      'Breaks every method of arrays.',
      bare(breakAll('Array.prototype')),
      broke('An error that nothing caught ended the app: Error: patched. Await every promise, or catch its error.'),
    ),
    program(
      'Makes arrays impossible to iterate.',
      bare("Array.prototype[Symbol.iterator] = function* () { yield ['forged', 'forged'] }"),
      broke('The app threw an error instead of answering: TypeError: …'),
    ),
    program(
      'Breaks every method of Object and Reflect.',
      bare(breakAll('Object', 'Reflect')),
      broke('The app did not start, because its code threw while it was loading: Error: patched (app.ts, line 5).'),
    ),
    program(
      'Breaks every method of maps and sets.',
      bare(breakAll('Map.prototype', 'Set.prototype', 'WeakMap.prototype')),
      broke('The app did not start, because its code threw while it was loading: Error: patched (app.ts, line 5).'),
    ),
    program(
      'Breaks strings, numbers, regular expressions, JSON and Math.',
      bare(breakAll('String.prototype', 'Number.prototype', 'RegExp.prototype', 'JSON', 'Math')),
      answers,
    ),
    program('Breaks Function.prototype.call, apply and bind.', bare(breakAll('Function.prototype')), answers),
    program(
      'Breaks typed arrays and buffers, and gives them another species.',
      bare(
        `${breakAll('Uint8Array.prototype', 'Object.getPrototypeOf(Uint8Array.prototype)', 'ArrayBuffer.prototype')}
Object.defineProperty(Object.getPrototypeOf(Uint8Array), Symbol.species, { get: fail })`,
      ),
      broke(
        'An error that nothing caught ended the app: Error: patched (app.ts, line 5). Await every promise, or catch its error.',
      ),
    ),
    program(
      'Breaks streams and their readers.',
      bare(
        breakAll(
          'ReadableStream.prototype',
          'ReadableStreamDefaultReader.prototype',
          'ReadableStreamDefaultController.prototype',
        ),
      ),
      broke('The body of the answer broke off while it was being sent: Error: patched (app.ts, line 5).'),
    ),
    program(
      'Breaks Headers, Request, Response and URL.',
      bare(breakAll('Headers.prototype', 'Request.prototype', 'Response.prototype', 'URL.prototype', 'URL')),
      broke('What the app answered is not a Response: Error: patched.'),
    ),
    program(
      'Breaks text encoding, blobs and structuredClone.',
      bare(
        `${breakAll('TextDecoder.prototype', 'TextEncoder.prototype', 'Blob.prototype')}\nglobalThis.structuredClone = fail`,
      ),
      answers,
    ),
    program(
      'Breaks ports, channels, events and event targets.',
      bare(
        breakAll(
          'MessagePort.prototype',
          'MessageChannel.prototype',
          'MessageEvent.prototype',
          'Event.prototype',
          'EventTarget.prototype',
          'ErrorEvent.prototype',
          'PromiseRejectionEvent.prototype',
        ),
      ),
      answers,
    ),
    hangs(
      'Replaces Promise.prototype.then by a function that never calls back.',
      bare('Promise.prototype.then = () => new Promise(() => undefined)'),
    ),
    program(
      'Gives every promise another constructor and another species.',
      bare(
        "Object.defineProperty(Promise, Symbol.species, { get() { throw new Error('species') } })\nObject.defineProperty(Promise.prototype, 'constructor', { get() { throw new Error('constructor') } })",
      ),
      broke(
        'An error that nothing caught ended the app: Error: constructor (app.ts, line 6). Await every promise, or catch its error.',
      ),
    ),
    program(
      'Replaces Promise, Response, Request, Headers, fetch, URL and every other global by null.',
      bare('for (const name of Object.getOwnPropertyNames(globalThis)) { try { globalThis[name] = null } catch {} }'),
      broke(
        'An error that nothing caught ended the app: TypeError: Promise is not a constructor. Await every promise, or catch its error.',
      ),
    ),
    program(
      'Replaces the clock, the timers and the random numbers.',
      honestAfter(
        "performance.now = () => -1\nglobalThis.performance = { now: () => NaN }\nDate.now = () => NaN\nglobalThis.setTimeout = globalThis.clearTimeout = globalThis.setImmediate = globalThis.queueMicrotask = () => { throw new Error('no timers') }\nglobalThis.crypto = null\nMath.random = () => 2",
      ),
      answers,
    ),
    program(
      'Replaces the console, and everything below process.',
      honestAfter(
        "console.log = console.error = () => { throw new Error('no console') }\nglobalThis.console = null\nprocess.env = null\nglobalThis.process = null",
      ),
      answers,
    ),
    program(
      'Freezes every built-in and the global object itself.',
      honestAfter(
        'for (const name of Object.getOwnPropertyNames(globalThis)) { const value = globalThis[name]; if (Object(value) === value && value !== globalThis) { Object.freeze(value); if (value.prototype) Object.freeze(value.prototype) } }\nObject.preventExtensions(globalThis)',
      ),
      answers,
    ),
    program(
      'Deletes everything from the global object.',
      bare('for (const name of Reflect.ownKeys(globalThis)) Reflect.deleteProperty(globalThis, name)'),
      broke(
        'The app did not start, because its code threw while it was loading: ReferenceError: globalThis is not defined.',
      ),
    ),
    program(
      'Breaks strings and regular expressions, and throws an error.',
      bare(breakAll('String.prototype', 'RegExp.prototype'), "throw new Error('thrown')"),
      broke('The app threw an error instead of answering: Error: thrown.'),
    ),
    program(
      'Puts a value on Object.prototype that every property descriptor inherits.',
      bare("Object.prototype.value = 'forged'\nObject.prototype.get = () => 'forged'"),
      answers,
    ),
    program(
      'Throws something that has no prototype and cannot be shown.',
      {
        'app.ts':
          'export default { fetch() { throw new Proxy(Object.create(null), { get() { throw 1 }, getPrototypeOf() { throw 2 }, ownKeys() { throw 3 } }) } }',
      },
      broke('The app threw an error instead of answering: [a value that threw while it was being shown].'),
    ),
    program(
      'Replaces Error.prepareStackTrace and the length of stacks, and throws.',
      {
        'app.ts':
          "Error.prepareStackTrace = () => { throw new Error('stack') }\nError.stackTraceLimit = Infinity\nexport default { fetch() { throw new Error('thrown') } }",
      },
      broke('The app threw an error instead of answering: Error: thrown.'),
    ),
  ],
}
