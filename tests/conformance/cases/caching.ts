/**
 * Compression and conditional requests.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { ask, give, is, look, saving } from '../words.ts'

const text = 'hello '.repeat(500)
const encoding = header('content-encoding')
const accepts = (value: string) => ({ 'Accept-Encoding': value })
/** "hello" in gzip, made by Node's zlib. */
const packed = 'H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA=='

export const compress = area('compress', 'Compression', 'compress', [
  {
    name: 'gzip where the client takes it',
    smoke: true,
    steps: [look('/gzip/text', accepts('gzip'))(encoding.equals('gzip'), header('vary').equals('Accept-Encoding'))],
  },
  {
    name: 'deflate where the client takes only it',
    steps: [look('/any/text', accepts('deflate'))(encoding.equals('deflate'))],
  },
  { name: 'the first that both know', steps: [look('/any/json', accepts('br, deflate, gzip'))(status(200))] },
  { name: 'JSON is compressed', steps: [look('/gzip/json', accepts('gzip, deflate, br'))(encoding.equals('gzip'))] },
  {
    name: 'not for a client that says nothing',
    steps: [look('/gzip/text')(encoding.absent(), body.equals(text))],
  },
  { name: 'not for a client that refuses', steps: [look('/gzip/text', accepts('gzip;q=0, br'))(status(200))] },
  {
    name: 'the threshold decides by Content-Length',
    steps: [look('/gzip/short', accepts('gzip'))(status(200)), look('/small/short', accepts('gzip'))(status(200))],
  },
  { name: 'pictures are left alone', steps: [look('/gzip/image', accepts('gzip'))(encoding.absent())] },
  {
    name: 'what is encoded already is left alone',
    steps: [look('/gzip/encoded', accepts('gzip'))(encoding.equals('identity'))],
  },
  {
    name: 'no-transform is obeyed',
    steps: [look('/gzip/kept', accepts('gzip'))(encoding.absent(), body.equals(text))],
  },
  { name: 'a strong tag becomes a weak one', steps: [look('/gzip/tagged', accepts('gzip'))(encoding.equals('gzip'))] },
  { name: 'server-sent events are left alone', steps: [look('/gzip/events', accepts('gzip'))(encoding.absent())] },
  {
    name: 'HEAD is not compressed',
    steps: [ask('HEAD', '/gzip/text', accepts('gzip'))(status(200), body.equals(''))],
  },
  { name: 'CompressionStream packs', steps: [look('/own')(encoding.equals('gzip'))] },
  {
    name: 'DecompressionStream unpacks',
    steps: [give('/unpack', { base64: packed })(body.equals('hello'))],
  },
])

const tag = { kind: 'header', name: 'etag' } as const
const kept = (path: string, sent: string) =>
  look(path, { 'If-None-Match': sent })(status(304), body.equals(''), header('content-type').absent())

export const etag = area('etag', 'ETag and 304', 'etag', [
  {
    name: 'the tag is a SHA-1 of the body',
    smoke: true,
    steps: [look('/strong/item')(header('etag').equals('"a9e9c5fe29edce4fff8352bb81e3aeec4ea4a70e"'))],
  },
  {
    name: 'a client that has it is told so',
    steps: [
      saving(look('/strong/item')(status(200)), { tag }),
      look('/strong/item', { 'If-None-Match': '{{tag}}' })(
        status(304),
        body.equals(''),
        header('etag').exists(),
        header('cache-control').equals('max-age=60'),
        header('x-message').absent(),
        header('content-type').absent(),
      ),
    ],
  },
  {
    name: 'a change changes the tag',
    steps: [
      saving(look('/strong/item')(), { tag }),
      ask('PUT', '/strong/item')(status(204)),
      look('/strong/item', { 'If-None-Match': '{{tag}}' })(status(200), json('version').equals(2)),
    ],
  },
  {
    name: 'weak tags are compared weakly',
    steps: [
      saving(look('/weak/item')(header('etag').matches('^W/"[0-9a-f]{40}"$')), { tag }),
      kept('/weak/item', '{{tag}}'),
    ],
  },
  {
    name: 'one of several tags is enough',
    steps: [saving(look('/strong/item')(), { tag }), kept('/strong/item', '"other", W/"more", {{tag}}')],
  },
  {
    name: 'a star and an unknown tag',
    steps: [
      look('/strong/item', { 'If-None-Match': '*' })(),
      look('/strong/item', { 'If-None-Match': '"x"' })(status(200)),
    ],
  },
  {
    name: 'a tag of the handler is kept',
    steps: [look('/strong/set')(header('etag').equals('"by-hand"')), kept('/strong/set', '"by-hand"')],
  },
  {
    name: 'headers can be retained',
    steps: [
      saving(look('/kept/item')(), { tag }),
      look('/kept/item', { 'If-None-Match': '{{tag}}' })(status(304), header('x-message').equals('kept')),
    ],
  },
  { name: 'another digest', steps: [look('/own/item')(header('etag').matches('^"[0-9a-f]{64}"$'))] },
  {
    name: 'a streamed body is tagged whole',
    steps: [look('/strong/stream')(header('etag').exists(), body.equals('onetwothree'))],
  },
  { name: 'no body, no tag', steps: [look('/strong/empty')(status(204), is(tag).be({ kind: 'absent' }))] },
  {
    name: 'HEAD has the tag of GET',
    steps: [ask('HEAD', '/strong/item')(status(200), header('etag').exists(), body.equals(''))],
  },
])
