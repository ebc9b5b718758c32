/**
 * What the console shows: Node's own text, line for line.
 * @module
 */

import { body, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { is, log, look } from '../words.ts'

const shown = (name: string, path: string, ...lines: string[]) => ({
  name,
  steps: [look(`/${path}`)(status(200), body.equals(path), ...(lines.length > 0 ? [log(...lines)] : []))],
})

export const consoles = area('console', 'Console', 'console', [
  { ...shown('plain values', 'plain', 'text 1 -0 true null undefined 10n Symbol(s) 1.5 NaN'), smoke: true as const },
  shown('format directives', 'formats'),
  shown(
    'objects and their depth',
    'objects',
    "{\n  a: 1,\n  b: 'two',\n  c: [ 1, 2, { d: 3 } ],\n  'odd key': null,\n  nested: { deep: { deeper: [Object] } }\n}",
  ),
  shown('arrays, holes and long ones', 'arrays'),
  shown('Map, Set and WeakMap', 'collections'),
  shown('classes and their instances', 'classes'),
  shown('functions', 'functions'),
  shown('dates', 'dates', '1970-01-01T00:00:00.000Z [ Invalid Date ]'),
  { ...shown('bytes', 'bytes'), mask: ['\\[?(byteLength|byteOffset|buffer)\\]?:'] },
  shown('circles', 'circles', "<ref *1> { name: 'one', self: [Circular *1] }"),
  shown('quotes and line breaks', 'strings'),
  shown('long lines', 'long'),
  shown('promises', 'promises'),
  {
    ...shown('a promise that is kept', 'settled', 'Promise { 1 }'),
    difference: {
      reason: 'A script cannot see whether a promise is kept.',
      embedded: 'Every promise is shown as pending.',
    },
  },
  shown('getters and setters', 'getters', '{ a: [Getter], b: [Setter], c: [Getter/Setter] }'),
  shown('an error with its place', 'errors'),
  shown('an error inside an object', 'nested'),
  shown('every level', 'levels'),
  shown('groups', 'groups', 'group', '  inside', '    two\n    lines', 'outside'),
  shown('tables', 'tables'),
  shown('counts and assertions', 'counts'),
  shown('dir and empty lines', 'dirs'),
  { ...shown('symbols and prototypes', 'symbols'), mask: ['\\[?Symbol\\([^)]*\\)\\]?:'] },
  shown('boxed values and regular expressions', 'boxed'),
  shown('proxies', 'proxies', '{ a: 1 } [Function (anonymous)]'),
  shown('URL, its parameters and headers', 'web'),
  {
    ...shown('requests and responses', 'requests'),
    difference: {
      reason:
        'Which members Node shows depends on its release, and a Response of @hono/node-server is shown as what stands behind it.',
      embedded: 'The members that the Fetch Standard gives them are shown.',
    },
  },
  shown('signals and event targets', 'aborted'),
  shown('blobs, files and forms', 'files'),
  shown('values that say how they are shown', 'custom'),
  shown('iterators', 'iterators'),
  {
    ...shown('an iterator of a Map', 'entries', '[Map Entries] { [ 1, 2 ] }'),
    difference: {
      reason: 'A script cannot look into an iterator without using it up.',
      embedded: 'It is shown without its entries.',
    },
  },
  shown('global objects', 'globals'),
  { ...shown('many lines', 'many'), steps: [look('/many')(is({ kind: 'log' }).be({ kind: 'length', length: 50 }))] },
])
