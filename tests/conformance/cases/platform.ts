/**
 * The platform's own classes and functions, as servers use them.
 * @module
 */

import { body, json, status } from '../../../src/check/authoring.ts'
import type { Json } from '../../../src/check/expectation.ts'
import { area } from '../case.ts'
import { look } from '../words.ts'

const gives = (path: string, ...values: Json[]) => [
  look(`/${path}`)(status(200), ...values.map(value => json().equals(value))),
]

export const platform = area('platform', 'The platform', 'platform', [
  {
    name: 'URL',
    smoke: true,
    steps: gives('url', [
      'https://user:pw@example.com:8443/a/b/c?x=1&y=%C3%BC&z=a+b#h',
      'https://example.com:8443',
      'example.com:8443',
      '#h',
      false,
      'TypeError',
      'xn--bcher-kva.example',
    ]),
  },
  {
    name: 'URLSearchParams',
    steps: gives('params', [
      'a=1&b=2&b=3',
      ['2', '3'],
      true,
      3,
      [
        ['a', 'ü'],
        ['b', '1 2'],
      ],
    ]),
  },
  {
    name: 'structuredClone',
    steps: gives('clone', ['1970-01-01T00:00:00.000Z', { a: 1 }, ['x'], 1, 'RangeError', true, 'DataCloneError']),
  },
  {
    name: 'TextDecoder and TextEncoder',
    steps: gives('text', ['Jö', 'Jö', 2, 'utf-8', 'TypeError', 'RangeError', 5, { read: 2, written: 2 }]),
  },
  { name: 'Blob and File', steps: gives('blobs', [7, 'text/x', 'hé', 'a.txt', 5, '', 7, true]) },
  {
    name: 'FormData',
    steps: gives('forms', [
      ['1', '2'],
      ['a', 'a', 'b'],
      ['b.txt', 1],
    ]),
  },
  {
    name: 'digests',
    program: 'cryptography',
    smoke: true,
    steps: [
      look('/digests')(
        json('[0]').equals('a9993e364706816aba3e25717850c26c9cd0d89d'),
        json('[1]').equals('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'),
      ),
    ],
  },
  {
    name: 'HMAC',
    program: 'cryptography',
    steps: [
      look('/hmac')(
        json('[0]').equals('f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8'),
        json('[1]').equals(false),
      ),
    ],
  },
  {
    name: 'AES-GCM',
    program: 'cryptography',
    steps: [look('/aes')(json('[1]').equals('secret'), json('[2]').equals('OperationError'))],
  },
  {
    name: 'PBKDF2',
    program: 'cryptography',
    steps: [look('/pbkdf2')(body.equals('632c2812e46d4604102ba7618e9d6d7d2f8128f6266b4a03264d2a0460b7dcb3'))],
  },
  { name: 'ECDH', program: 'cryptography', steps: gives('ecdh', [true, 'public', true]) },
  {
    name: 'what the Web Crypto API refuses',
    program: 'cryptography',
    steps: [
      look('/refused')(
        json('[0]').equals('NotSupportedError'),
        json('[1]').equals('InvalidAccessError'),
        json('[2]').equals('DataError'),
      ),
    ],
  },
  {
    name: 'random values and UUIDs',
    program: 'cryptography',
    steps: gives('random', [true, 4, true, 'QuotaExceededError']),
  },
  {
    name: 'AbortController and AbortSignal',
    steps: gives('abort', [['heard'], 'RangeError', true, 'TimeoutError', 'AbortError']),
  },
  {
    name: 'the order of microtasks and timers',
    smoke: true,
    steps: gives('order', ['now', 'microtask', 'promise', 'timeout']),
  },
  {
    name: 'setImmediate and process.nextTick',
    steps: gives('order/immediate', ['timeout', 'tick', 'microtask', 'immediate', 'second timeout']),
  },
  { name: 'timers', steps: gives('timers', [1, 'two', 3]) },
  { name: 'events', steps: gives('events', [false, ['own', 'object'], true, 7, 'DataError']) },
  { name: 'base64', steps: gives('base64', ['QWH/', 3, 'InvalidCharacterError', 'InvalidCharacterError']) },
  {
    name: 'Intl',
    steps: [
      look('/international')(
        json('[0]').equals('1.234,50\u00a0€'),
        json('[1]').equals('1 January 1970'),
        json('[2]').equals(['a', 'ä', 'z']),
        json('[3]').equals('two'),
      ),
    ],
  },
  { name: 'the time zone', steps: gives('zone') },
  { name: 'the language itself', steps: gives('language') },
  {
    name: 'Request and Headers made by the program',
    steps: [
      look('/classes')(
        json('[0]').equals('a=1'),
        json('[3]').equals([
          ['a', '2'],
          ['b', '1, 3'],
        ]),
        json('[4]').equals('TypeError'),
      ),
    ],
  },
  { name: 'performance', steps: [look('/performance')(json('[0]').equals(true), json('[1]').equals(true))] },
  { name: 'WebAssembly', steps: gives('wasm', 5) },
  { name: 'nothing of a page or a worker is there', steps: gives('absent', []) },
  { name: 'a stack names the file', program: 'odd', steps: [look('/stack')(body.equals('app.ts'))] },
  { name: 'the network cannot be reached', program: 'odd', steps: [look('/fetch-network')(body.equals('TypeError'))] },
  {
    name: 'what setTimeout returns',
    program: 'odd',
    steps: [look('/timer')(body.equals('object'))],
    difference: {
      reason: 'Timers of a browser are numbers.',
      embedded: 'A number, which clearTimeout() takes; there is no unref().',
    },
  },
  {
    name: 'Buffer',
    program: 'odd',
    steps: [look('/buffer')(body.equals('function'))],
    difference: {
      reason: "It is Node's own, and browsers have none.",
      embedded: 'It is not defined. Uint8Array, TextEncoder and btoa() are there.',
    },
  },
  {
    name: 'code made from text',
    program: 'odd',
    steps: [look('/eval')(body.equals('2'))],
    difference: {
      reason: 'The policy of the page forbids it.',
      embedded: 'new Function() and eval() throw an EvalError.',
    },
  },
  {
    name: 'shared memory',
    program: 'odd',
    steps: [look('/shared-memory')(body.equals('function'))],
    difference: { reason: 'Browsers keep it from sandboxed frames.', embedded: 'SharedArrayBuffer is not defined.' },
  },
  {
    name: 'fetch of a data URL',
    program: 'odd',
    steps: [look('/fetch-data')(body.equals('words'))],
    difference: {
      reason: 'Programs run without a network, and the policy of the page counts data URLs to it.',
      embedded: 'fetch() rejects with a sentence that says so.',
    },
  },
  {
    name: 'structuredClone of a Response',
    program: 'odd',
    steps: [look('/clone-response')(body.equals(''))],
    difference: {
      reason: 'Node clones it to an object without members, where the standard has it refused.',
      embedded: 'It throws a DataCloneError.',
    },
  },
  {
    name: 'AES with 192 bits',
    program: 'odd',
    steps: [look('/aes-192')(body.equals('secret'))],
    difference: { reason: 'Chromium does not have it.', embedded: 'importKey() rejects with an OperationError.' },
  },
  {
    name: 'modules of Node from process',
    program: 'odd',
    steps: [look('/get-builtin')(body.equals('function'))],
    difference: { reason: 'Browsers have none of them.', embedded: 'process.getBuiltinModule is not defined.' },
  },
  {
    name: 'the version of Node',
    program: 'odd',
    steps: [look('/platform-names')(status(200))],
    difference: {
      reason: 'Packages that find a version of Node go looking for its modules.',
      embedded: 'process.version is not defined. process.platform is linux, and process.pid is 1.',
    },
  },
  { name: 'process.exit', program: 'odd', outcome: 'broke', steps: [look('/exit')()] },
])
