/**
 * Request bodies: text, JSON, bytes, forms, files, streams.
 * @module
 */

import { createHash } from 'node:crypto'
import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { PLATFORM_WORDS } from '../reasons.ts'
import { ask, give, is } from '../words.ts'

const long = '0123456789abcdef'.repeat(65_536)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const multipart = { 'Content-Type': 'multipart/form-data; boundary=xyz' }
const lines = (...all: string[]) => ({ text: all.join('\r\n') })
const refused = (type: string | null, text: string) =>
  give(
    '/form/guarded',
    { text },
    type === null ? {} : { 'Content-Type': type },
  )(status(400), json('error').equals('TypeError'))

export const bodies = area('bodies', 'Request bodies', 'bodies', [
  { name: 'text in UTF-8', smoke: true, steps: [give('/text', { text: 'ünïcödé ✓ 🎉' })(body.equals('ünïcödé ✓ 🎉'))] },
  { name: 'a byte order mark is left out', steps: [give('/text', { base64: '77u/YQ==' })(body.equals('a'))] },
  { name: 'bytes that are no UTF-8 are replaced', steps: [give('/text', { base64: 'Yf9i' })(body.equals('a\ufffdb'))] },
  {
    name: 'JSON',
    smoke: true,
    steps: [
      give('/json', { json: { a: [1, 'ü', null, { b: true }] } })(json().equals({ a: [1, 'ü', null, { b: true }] })),
    ],
  },
  { name: 'JSON without its content type', steps: [give('/json', { text: '{"a":1}' })(json('a').equals(1))] },
  {
    name: 'JSON that is none',
    mask: ['SyntaxError: .*'],
    steps: [
      give('/json', { text: '{' })(status(500)),
      give('/json/guarded', { text: '{"a":' })(status(400), json('error').equals('SyntaxError')),
      give('/json/guarded', { text: '' })(json('error').equals('SyntaxError')),
    ],
  },
  {
    name: '__proto__ in JSON is only a key',
    steps: [give('/json', { text: '{"__proto__":{"a":1}}' })(body.equals('{"__proto__":{"a":1}}'))],
  },
  { name: 'bytes', smoke: true, steps: [give('/buffer', { base64: 'AAEC/f7/' })(body.equals('000102fdfeff'))] },
  {
    name: 'a Blob has the type of the request',
    steps: [
      give('/blob', { text: 'words' }, { 'Content-Type': 'text/x-own' })(json().equals(['text/x-own', 5, 'words'])),
    ],
  },
  {
    name: 'a body may be read again by Hono',
    steps: [give('/twice', { json: { a: 1 } })(json().equals(['{"a":1}', { a: 1 }, '7b2261223a317d']))],
  },
  {
    name: 'and only once by the platform',
    mask: PLATFORM_WORDS,
    steps: [give('/twice/raw', { text: 'x' })(status(500))],
  },
  { name: 'bodyUsed tells', steps: [give('/used', { text: 'x' })(json().equals([false, true]))] },
  {
    name: 'a clone has body and headers',
    steps: [give('/clone', { text: 'x' }, { Cookie: 'a=1' })(json().equals(['x', 'x', 'a=1']))],
  },
  {
    name: 'an urlencoded form',
    steps: [
      give('/form', {
        form: [
          ['a', '1 2'],
          ['a', 'ü&'],
          ['b', ''],
        ],
      })(
        json().equals([
          ['a', '1 2'],
          ['a', 'ü&'],
          ['b', ''],
        ]),
      ),
    ],
  },
  {
    name: 'a multipart form with files',
    smoke: true,
    steps: [
      give('/form', {
        multipart: [
          { name: 'title', content: { text: 'Jörg' } },
          { name: 'file', content: { base64: 'AAH/' }, filename: 'a b "c" ü.bin', type: 'application/x-own' },
          { name: 'file', content: { text: '' }, filename: 'empty.txt' },
        ],
      })(json('[0]').equals(['title', 'Jörg']), json('[1][4]').equals('0001ff'), json('[2][3]').equals(0)),
    ],
  },
  {
    name: 'an upload',
    steps: [
      give('/upload', {
        multipart: [
          { name: 'title', content: { text: 'Sunset' } },
          { name: 'picture', content: { base64: 'iVBORw==' }, filename: 'sunset.png', type: 'image/png' },
        ],
      })(
        json('[0]').equals('Sunset'),
        json('[1]').equals('sunset.png'),
        json('[2]').equals('image/png'),
        json('[3]').equals(4),
      ),
      give('/upload', { form: [['title', 'Sunset']] })(status(400)),
    ],
  },
  {
    name: 'an upload of 1 MB',
    steps: [
      give('/upload', { multipart: [{ name: 'picture', content: { text: long }, filename: 'big.txt' }] })(
        json('[3]').equals(1_048_576),
      ),
    ],
  },
  {
    name: 'parseBody keeps the last of each name',
    steps: [
      give('/parse', {
        form: [
          ['a', '1'],
          ['a', '2'],
          ['b[]', '3'],
          ['c', ''],
        ],
      })(json('a').equals('2'), json('["b[]"]').equals(['3'])),
    ],
  },
  {
    name: 'parseBody keeps all',
    steps: [
      give('/parse/all', {
        form: [
          ['a', '1'],
          ['a', '2'],
          ['b', '3'],
        ],
      })(json().equals({ a: ['1', '2'], b: '3' })),
    ],
  },
  {
    name: 'parseBody by dots',
    steps: [
      give('/parse/dot', {
        form: [
          ['user.name', 'Ann'],
          ['user.age', '7'],
        ],
      })(json().equals({ user: { name: 'Ann', age: '7' } })),
    ],
  },
  { name: 'parseBody of what is no form', steps: [give('/parse', { json: { a: 1 } })(json().equals({}))] },
  {
    name: 'a form of the wrong type is refused',
    steps: [refused('application/json', 'a=1'), refused(null, 'a=1'), refused('text/plain', 'a=1')],
  },
  { name: 'a multipart form without a boundary is refused', steps: [refused('multipart/form-data', '--x')] },
  {
    name: 'a multipart form that is broken is refused',
    steps: [
      refused(multipart['Content-Type'], 'garbage'),
      refused(multipart['Content-Type'], '--xyz\nContent-Disposition: form-data; name="a"\n\n1\n--xyz--'),
    ],
  },
  {
    name: 'a multipart form as browsers write it',
    steps: [
      give(
        '/form',
        lines(
          '--xyz',
          'Content-Disposition: form-data; name="a"',
          '',
          '1',
          '--xyz',
          'Content-Disposition: form-data; name="f"; filename="%22q%22.txt"',
          'Content-Type: text/plain',
          '',
          'x\r\ny',
          '--xyz--',
          '',
        ),
        multipart,
      )(json('[0]').equals(['a', '1'])),
    ],
  },
  { name: '1 MB in', steps: [give('/hash', { text: long })(body.equals(sha256(long)))] },
  { name: '1 MB in and out', steps: [give('/echo', { text: long })(is({ kind: 'sha256' }).equal(sha256(long)))] },
  {
    name: 'a body read chunk by chunk',
    steps: [
      give('/stream', { text: long })(json().equals({ hadBody: true, bytes: 1_048_576 })),
      give('/iterate', { text: 'abc' })(body.equals('ABC')),
    ],
  },
  {
    name: 'a body streamed through to the answer',
    steps: [give('/upper', { text: 'straße ü' })(body.equals('STRASSE Ü'))],
  },
  {
    name: 'a body that nobody reads',
    steps: [
      give('/ignored', { text: long })(status(200), body.equals('not read')),
      give('/text', { text: 'next' })(body.equals('next')),
    ],
  },
  {
    name: 'an empty body and none',
    steps: [
      give('/text', { text: '' })(status(200), body.equals('')),
      ask('POST', '/json/guarded')(status(400), header('content-type').contains('json')),
    ],
  },
])
