/**
 * Programs that look for the engine's line to its supervisor, or speak in its name.
 * @module
 */

import { type Area, app, broke, checkOf, get, honestAfter, passed, program, tookTooLong } from '../program.ts'

const twice = { checks: [checkOf('first', get()), checkOf('second', get())] }

/** Calls `note(value)` on whatever the engine hands to patched functions; `found` collects ports. */
const hunt = (patches: string) => `
const found = new Set()
const note = value => { if (value instanceof MessagePort || value instanceof MessageEvent) found.add(Object.prototype.toString.call(value)) }
const { apply } = Reflect
const watch = (object, name) => {
  const before = Object.getOwnPropertyDescriptor(object, name)
  for (const kind of ['value', 'get', 'set']) if (typeof before[kind] === 'function') {
    const original = before[kind]
    before[kind] = function (...args) { note(this); args.forEach(note); return apply(original, this, args) }
  }
  Object.defineProperty(object, name, before)
}
${patches}`

const foundNothing =
  "console.log('a line')\nawait crypto.subtle.generateKey({ name: 'AES-GCM', length: 128 }, false, ['encrypt'])\nreturn c.text([...found].join() || 'no port was found')"
const noPort = passed('no port was found')

export const forgeries: Area = {
  name: 'Forged messages',
  programs: [
    program(
      'Looks for the engine’s port in every method and getter of ports and events.',
      app(
        foundNothing,
        hunt(
          "for (const { prototype } of [MessagePort, MessageEvent, Event, EventTarget]) for (const name of Object.getOwnPropertyNames(prototype)) if (name !== 'constructor' && Object.getOwnPropertyDescriptor(prototype, name).configurable) watch(prototype, name)",
        ),
      ),
      noPort,
      twice,
    ),
    program(
      'Looks for it in the methods of Function, Reflect, Object, Array, Map, Set and Promise.',
      app(
        foundNothing,
        hunt(
          "for (const object of [Reflect, Object, Array.prototype, Map.prototype, Set.prototype, Promise.prototype]) for (const name of ['apply', 'construct', 'get', 'defineProperty', 'assign', 'push', 'shift', 'then', 'catch', 'set', 'add']) if (typeof Object.getOwnPropertyDescriptor(object, name)?.value === 'function') watch(object, name)",
        ),
      ),
      noPort,
      twice,
    ),
    program(
      'Asks every stack for the functions and objects on it, with Error.prepareStackTrace.',
      app(
        foundNothing.replace('return', 'look()\nreturn'),
        hunt(
          "const look = () => { const before = Error.prepareStackTrace; Error.stackTraceLimit = 200; Error.prepareStackTrace = (_, sites) => sites; const sites = new Error().stack; Error.prepareStackTrace = before; for (const site of sites) { note(site.getThis()); try { for (const arg of site.getFunction()?.arguments ?? []) note(arg) } catch {} } }\nconst { then } = Promise.prototype\nlet busy = false\nPromise.prototype.then = function (...args) { if (!busy) { busy = true; look(); busy = false } return Reflect.apply(then, this, args) }\nconsole.log({ [Symbol.for('nodejs.util.inspect.custom')]: () => { look(); return 'shown' } })",
        ),
      ),
      noPort,
      twice,
    ),
    program(
      'Looks at an answer’s header while it is being sent, from a getter inside it.',
      app(
        "if (found.size > 0) return c.text([...found].join())\nconst pair = ['x', 'y']\nObject.defineProperty(pair, 'trap', { enumerable: true, get() { try { note(this); note(globalThis.event) } catch {} return 'trapped' } })\nconst response = c.text('no port was found')\nObject.defineProperty(response, 'headers', { value: [pair] })\nreturn response",
        hunt(''),
      ),
      noPort,
      twice,
    ),
    program(
      'Listens for the engine’s messages on the global object, and sends it some.',
      app(
        "dispatchEvent(new MessageEvent('message', { data: { type: 'send', id: 1, method: 'GET', url: 'http://localhost/', headers: [], body: null } }))\nreturn c.text(typeof postMessage + ' ' + heard.length)",
        "const heard = []\naddEventListener('message', event => { if (event.data?.type !== 'send') heard.push(event) })\nglobalThis.onmessage = event => heard.push(event)",
      ),
      passed('undefined 0'),
    ),
    program(
      'Keeps the engine’s own callbacks, which it finds as Promise.prototype.then is called, and calls them again in the next check.',
      app(
        "for (const callback of kept.splice(0, 50)) { try { callback(new Error('forged')) } catch {} }\nreturn c.text('answered once')",
        "const kept = globalThis.kept ?? []\nconst { then } = Promise.prototype\nPromise.prototype.then = function (...args) { if (kept.length < 50) kept.push(...args.filter(arg => typeof arg === 'function')); return Reflect.apply(then, this, args) }",
      ),
      broke(
        'An error that nothing caught ended the app: Error: forged (app.ts, line 7). Await every promise, or catch its error.',
      ),
      twice,
    ),
    program(
      'Announces an error that never happened, to end itself with a sentence of its own.',
      app(
        "dispatchEvent(new ErrorEvent('error', { error: new Error('All 13 checks pass') }))\nreturn c.text('answered')",
      ),
      broke(
        'An error that nothing caught ended the app: Error: All 13 checks pass (app.ts, line 5). Await every promise, or catch its error.',
      ),
    ),
    program(
      'Takes the engine’s listeners for errors away, so that a lost rejection does not end it.',
      app(
        "Promise.reject(new Error('lost'))\nreturn c.text('answered')",
        "for (const type of ['error', 'unhandledrejection']) addEventListener(type, event => event.stopImmediatePropagation(), true)",
      ),
      broke(
        'An error that nothing caught ended the app: Error: lost (app.ts, line 5). Await every promise, or catch its error.',
      ),
    ),
    program(
      'Answers with a thenable that settles a hundred times.',
      {
        'app.ts':
          "export default { fetch: () => ({ then(resolve, reject) { for (let i = 0; i < 100; i++) { resolve(new Response('the first ' + i)); reject(new Error('late')) } } }) }",
      },
      passed('the first 0'),
      twice,
    ),
    program(
      'Answers with an object that only looks like a Response.',
      {
        'app.ts':
          'class Response { status = 200; headers = new Headers(); body = null }\nexport default { fetch: () => new Response() }',
      },
      broke('What the app answered is not a Response: an object with the keys status, headers, body.'),
    ),
    program(
      'Says of every object that it is a Response, and answers with one that lies about its body.',
      {
        'app.ts':
          'Object.defineProperty(Response, Symbol.hasInstance, { value: () => true })\nObject.defineProperty(Uint8Array, Symbol.hasInstance, { value: () => true })\nconst chunk = { byteLength: NaN, subarray: () => ({ byteLength: -1 }) }\nexport default { fetch: () => ({ status: 200, headers: [], body: { getReader: () => ({ read: async () => ({ done: false, value: chunk }), cancel: async () => undefined }) } }) }',
      },
      broke('What the app answered is not a Response: an object with the keys status, headers, body.'),
    ),
    program(
      'Answers with a proxy around a Response.',
      {
        'app.ts':
          "export default { fetch: () => new Proxy(new Response('x'), { get: () => { throw new Error('trapped') } }) }",
      },
      broke('The app threw an error instead of answering: Error: trapped (app.ts, line 1).'),
    ),
    program(
      'Gives its answer a status that is a text.',
      app("return Object.defineProperty(c.text('answered'), 'status', { value: 'abc' })"),
      broke('What the app answered is not a Response: its status is not a number.'),
    ),
    program(
      'Gives its answer a status that cannot be sent.',
      app("return Object.defineProperty(c.text('answered'), 'status', { value: () => 200 })"),
      broke('What the app answered is not a Response: its status is not a number.'),
    ),
    program(
      'Gives its answer headers that are no pairs of texts.',
      app(
        "return Object.defineProperty(c.text('answered'), 'headers', { value: [{ 0: 'a', 1: 'b' }, Symbol.iterator, 5] })",
      ),
      broke('What the app answered is not a Response: its headers are not pairs of texts.'),
    ),
    program(
      'Gives its answer headers without an end.',
      app(
        "return Object.defineProperty(c.text('answered'), 'headers', { value: (function* () { for (;;) yield ['a', 'b'] })() })",
      ),
      tookTooLong,
    ),
    program(
      "Makes the engine's own lists four thousand million long as it adds to them.",
      app(
        "console.log('a line')\nreturn c.text('answered')",
        'const { push } = Array.prototype\nArray.prototype.push = function (...items) { const length = push.apply(this, items); if (items[0]?.size > 0 || items[0]?.text) this.length = 4294967295; return length }',
      ),
      broke('…'),
    ),
    program(
      'Adds usages to a key that is its own, and has the engine hand that key on.',
      app(
        "const key = await crypto.subtle.importKey('raw', new Uint8Array(8), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])\nkey.usages.push('nonsense')\nkey.algorithm.hash.name = 'nonsense'\nawait crypto.subtle.sign('HMAC', key, new Uint8Array(100000))\nreturn c.text('signed')",
      ),
      passed('signed'),
    ),
    program(
      'Forges its arguments to the engine’s cryptography with patched array methods.',
      app(
        "const { map } = Array.prototype\nconst results = []\nfor (const forged of [null, 'x', [null], [{ type: 'list', items: 5 }], [{ type: 'key', key: {} }], Object.assign([], { length: 4294967295 })]) { Array.prototype.map = () => forged; results.push(crypto.subtle.digest('SHA-256', new Uint8Array(100000)).then(() => 'digest', () => 'refused')); Array.prototype.map = map }\nreturn c.text((await Promise.all(results)).join())",
      ),
      tookTooLong,
    ),
    program(
      'Ends the function that its module is wrapped in, to run outside of it.',
      {
        'app.ts':
          "}\nglobalThis.outside = true\nimport 'http://NETWORK/module.mjs'\nexport const other = async () => {\n",
      },
      { outcome: 'not-run', sentence: 'The code does not compile: Syntax error: Unexpected token' },
    ),
    program(
      'Names itself as another file, with comments that tools read.',
      honestAfter('//# sourceURL=http://NETWORK/source.js\n//# sourceMappingURL=http://NETWORK/source.map'),
      passed('answered'),
    ),
    program(
      'Lies about the place of an error.',
      {
        'app.ts':
          "export default { fetch() { throw Object.assign(new Error('x'), { stack: 'Error: x\\n    at f (app.ts:99999999999:1)' }) } }",
      },
      broke('The app threw an error instead of answering: Error: x (app.ts, line 99999999999).'),
    ),
  ],
}
