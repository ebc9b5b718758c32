/**
 * Programs that say more than anybody wants to hear.
 * @module
 */

import {
  type Area,
  answered500,
  app,
  broke,
  checkOf,
  failed,
  get,
  hangs,
  honestAfter,
  passed,
  program,
  tookTooLong,
} from '../program.ts'

const logged = (text: string) => [
  checkOf(
    'logged',
    get('/', [{ subject: { kind: 'log' }, predicate: { kind: 'some', predicate: { kind: 'contains', text } } }]),
  ),
]

export const floods: Area = {
  name: 'Floods',
  programs: [
    program(
      'Logs a million lines.',
      app("for (let i = 0; i < 1e6; i++) console.log('line', i)\nreturn c.text('answered')"),
      passed('answered'),
      { checks: logged('are not kept') },
    ),
    hangs('Logs for ever.', app("for (let i = 0; ; i++) console.log('line', i)")),
    program(
      'Logs 100 MB in one line.',
      app("console.log('x'.repeat(100 * 1024 * 1024))\nreturn c.text('answered')"),
      passed('answered'),
      { checks: logged('more characters') },
    ),
    program(
      'Logs an object with a hundred thousand properties, inside itself and around itself.',
      app(
        "const wide = Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => ['k' + i, i]))\nwide.self = wide\nconsole.log(wide, [wide], new Map([[wide, wide]]))\nreturn c.text('answered')",
      ),
      passed('answered'),
    ),
    program(
      'Logs a table of ten thousand rows and ten thousand columns.',
      app(
        "const row = Object.fromEntries(Array.from({ length: 1e4 }, (_, i) => ['k' + i, i]))\nconsole.table(Array(1e4).fill(row))\nreturn c.text('answered')",
      ),
      passed('answered'),
    ),
    program(
      'Opens a hundred thousand groups of console lines.',
      app("for (let i = 0; i < 1e5; i++) console.group()\nconsole.log('a\\n'.repeat(4000))\nreturn c.text('answered')"),
      passed('answered'),
    ),
    program(
      'Shows console lines that are slow to search for places in files.',
      app("for (let i = 0; i < 40; i++) console.log('a'.repeat(8000))\nreturn c.text('answered')"),
      failed('The status should be 201 Created, but it is 200 OK.'),
      { checks: null },
    ),
    program(
      'Logs letters with thousands of accents, which take long to draw.',
      app("for (let i = 0; i < 40; i++) console.log('e' + '\\u0301'.repeat(7990))\nreturn c.text('answered')"),
      failed('The status should be 201 Created, but it is 200 OK.'),
      { checks: null },
    ),
    program(
      'Shows 3,000 console lines for every request.',
      app("for (let i = 0; i < 3000; i++) console.log('app.ts:1:1 app.ts:2:2')\nreturn c.text('answered')"),
      failed('The status should be 201 Created, but it is 200 OK.'),
      { checks: null },
    ),
    program(
      'Starts ten thousand timers.',
      app("for (let i = 0; i < 1e4; i++) setInterval(() => undefined, 0)\nreturn c.text('answered')"),
      passed('answered'),
    ),
    program(
      'Rejects a thousand promises that nobody waits for.',
      app("for (let i = 0; i < 1e3; i++) Promise.reject(new Error('lost ' + i))\nreturn c.text('answered')"),
      broke(
        'An error that nothing caught ended the app: Error: lost 0 (app.ts, line 5). Await every promise, or catch its error.',
      ),
    ),
    program(
      'Reports a thousand errors that nobody threw.',
      app("for (let i = 0; i < 1e3; i++) reportError(new Error('reported ' + i))\nreturn c.text('answered')"),
      answered500,
    ),
    hangs(
      'Floods its own message channels.',
      app(
        'const { port1, port2 } = new MessageChannel()\nport1.onmessage = () => { port2.postMessage(0); port2.postMessage(0) }\nport2.postMessage(0)\nawait new Promise(() => undefined)',
      ),
    ),
    program(
      "Asks for 200,000 RSA keys at once, with the engine's own limit on such calls patched away.",
      app(
        "for (let i = 0; i < 2e5; i++) crypto.subtle.generateKey({ name: 'RSA-OAEP', modulusLength: 4096, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, false, ['encrypt', 'decrypt']).catch(() => undefined)\nreturn c.text('answered')",
        "Object.defineProperty(Map.prototype, 'size', { get: () => 0 })",
      ),
      tookTooLong,
    ),
    program(
      'Derives keys with four thousand million rounds, which would go on after the run for half an hour.',
      app(
        "const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits'])\nconst derive = () => crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(8), iterations: 4294967295 }, key, 256)\nconst results = await Promise.allSettled(Array.from({ length: 64 }, derive))\nreturn c.text(results[63].reason.message)",
      ),
      passed('The key cannot be derived here: more than 2,000,000 rounds take longer than a request may.'),
    ),
    program(
      'Asks for an RSA key of 16,384 bits, which takes minutes to find.',
      app(
        "const make = () => crypto.subtle.generateKey({ name: 'RSA-PSS', modulusLength: 16384, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, false, ['sign', 'verify'])\nreturn c.text(await make().catch(error => error.message))",
      ),
      passed('The key cannot be made here: a modulus of more than 4,096 bits takes longer than a request may.'),
    ),
    program(
      'Sends more headers than any server does.',
      app(
        "for (let i = 0; i < 20000; i++) c.header('set-cookie', 'cookie' + i + '=' + 'v'.repeat(20), { append: true })\nreturn c.text('answered')",
      ),
      broke('The body of the answer is too large and was cut off: 809 kB of headers, more than 256 kB.'),
    ),
    program(
      'Sends one header of 300 kB.',
      app("return c.text('answered', 200, { 'x-long': 'v'.repeat(300 * 1024) })"),
      broke('The body of the answer is too large and was cut off: 300 kB of headers, more than 256 kB.'),
    ),
    program(
      'Shows five thousand short headers with every answer.',
      app("for (let i = 0; i < 5000; i++) c.header('x-' + i, 'v')\nreturn c.text('answered')"),
      failed('The status should be 201 Created, but it is 200 OK.'),
      { checks: null },
    ),
    program(
      'Shows a JSON body of 8 MB with every answer.',
      app("return c.body('[' + '0,'.repeat(4e6) + '0]', 200, { 'content-type': 'application/json' })"),
      failed('The status should be 201 Created, but it is 200 OK.'),
      { checks: null },
    ),
    program(
      'Shows a text of 2 MB with every answer.',
      app("return c.json('x'.repeat(2e6))"),
      failed('The status should be 201 Created, but it is 200 OK.'),
      { checks: null },
    ),
    program(
      'Shows JSON nested eight thousand times, which laid out would be a hundred million characters.',
      app("return c.body('['.repeat(8000) + ']'.repeat(8000), 200, { 'content-type': 'application/json' })"),
      failed('The status should be 201 Created, but it is 200 OK.'),
      { checks: null },
    ),
    program(
      'Shows an answer of four thousand chunks.',
      app(
        'let left = 4000\nreturn c.body(new ReadableStream({ pull: stream => (left-- > 0 ? stream.enqueue(new Uint8Array(1)) : stream.close()) }))',
      ),
      failed('The status should be 201 Created, but it is 200 OK.'),
      { checks: null },
    ),
    program(
      'Fills the log with ten thousand lines while it is imported, and answers.',
      honestAfter("for (let i = 0; i < 1e4; i++) console.error(new Error('line ' + i))"),
      passed('answered'),
    ),
  ],
}
