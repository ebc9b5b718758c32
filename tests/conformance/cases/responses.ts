/**
 * Answers made by the platform's own classes and by Hono's helpers.
 * @module
 */

import { body, header, json, mediaType, status } from '../../../src/check/authoring.ts'
import type { Json } from '../../../src/check/expectation.ts'
import { area } from '../case.ts'
import { ADAPTER, AT_ONCE, PLATFORM_WORDS } from '../reasons.ts'
import { is, look } from '../words.ts'

const base64 = (value: string) => is({ kind: 'bytes' }).equal(value)
const fails = (path: string) => look(path)(status(500))
const utf8 = (type: string) => header('content-type').equals(`${type}; charset=UTF-8`)

export const responses = area('responses', 'Response and its helpers', 'responses', [
  {
    name: 'a string is plain text',
    steps: [
      look('/string')(mediaType('text/plain'), body.equals('plain words')),
      look('/empty-string')(body.equals('')),
    ],
  },
  { name: 'nothing is an empty 200', steps: [look('/nothing')(status(200), body.equals(''))] },
  {
    name: 'bytes, views and buffers are sent as they are',
    smoke: true,
    steps: [
      look('/bytes')(base64('AAEC/f7/')),
      look('/view')(base64('Av0=')),
      look('/buffer')(base64('AAEC/f7/')),
      look('/words')(body.equals('ABCD')),
    ],
  },
  {
    name: 'a Blob and a File bring their type',
    steps: [look('/blob')(body.equals('blob words')), look('/file')(body.equals('file'))],
    difference: {
      reason: `${ADAPTER} sends every Blob as text/plain.`,
      embedded: 'The type of the Blob is sent, as the Fetch Standard says.',
    },
  },
  {
    name: 'URLSearchParams are a form',
    steps: [look('/params')(mediaType('application/x-www-form-urlencoded'), body.equals('a=1+2&b=%C3%BC'))],
  },
  { name: 'FormData is multipart', steps: [look('/form')(json().equals(['multipart/form-data', ['a', 'file']]))] },
  { name: 'a status of its own', steps: [look('/number')(status(201), body.equals('42'))] },
  {
    name: 'Response.json',
    smoke: true,
    steps: [
      look('/json')(header('content-type').equals('application/json'), body.equals('{"a":1}')),
      look('/json/more')(
        status(202),
        mediaType('application/own+json'),
        header('set-cookie').equals('a=1'),
        json().equals(['ü']),
      ),
    ],
  },
  { name: 'Response.json of what is no JSON', mask: PLATFORM_WORDS, steps: [fails('/json/undefined')] },
  { name: 'Response.json of a circle', mask: PLATFORM_WORDS, steps: [fails('/json/circular')] },
  { name: 'Response.error is no answer', outcome: 'broke', mask: PLATFORM_WORDS, steps: [look('/error')()] },
  {
    name: 'an answer whose body was read',
    outcome: 'broke',
    mask: PLATFORM_WORDS,
    steps: [look('/once')()],
    difference: AT_ONCE,
  },
  {
    name: 'one Response for two requests',
    steps: [look('/shared')(body.equals('made once')), look('/shared')(body.equals('made once'))],
    difference: {
      reason: `${ADAPTER} can be sent any number of times while nobody has read its body.`,
      embedded: 'The second answer fails: a body can be read once.',
    },
  },
  {
    name: 'clone() copies body and headers',
    steps: [look('/clone')(json().equals(['cloned', 'cloned', 201, '1', ['a=1']]))],
  },
  { name: 'clone() of what was read fails', mask: PLATFORM_WORDS, steps: [fails('/clone/used')] },
  {
    name: 'a clone can be the answer',
    steps: [look('/clone/answered')(body.equals('twice'), header('set-cookie').equals('a=1'))],
  },
  {
    name: 'a Response made of another',
    steps: [look('/wrapped')(status(201), header('x-inner').equals('1'), header('set-cookie').equals('a=1'))],
  },
  {
    name: 'every Response is a Response',
    steps: [
      look('/instances')(
        json('[0]').equals([true, true, 'default', false, false] satisfies Json),
        json('[1]').equals([true, true, 'default', false, false] satisfies Json),
      ),
    ],
  },
  {
    name: 'a class of its own',
    steps: [look('/own-class')(header('x-own').equals('yes'), body.equals('of an own class'))],
  },
  {
    name: 'c.json',
    smoke: true,
    steps: [
      look('/helpers')(
        header('content-type').equals('application/json'),
        body.equals('{"big":9007199254740992,"date":"1970-01-01T00:00:00.000Z","nested":[{"a":null}]}'),
      ),
    ],
  },
  { name: 'c.json of a BigInt fails', mask: PLATFORM_WORDS, steps: [fails('/big/int')] },
  {
    name: 'c.text and c.html are UTF-8',
    steps: [look('/text')(utf8('text/plain'), body.equals('ünïcödé ✓ 🎉')), look('/html')(utf8('text/html'))],
  },
  {
    name: 'c.body and c.newResponse',
    steps: [
      look('/body')(body.equals('raw')),
      look('/body/typed')(base64('AAEC/f7/')),
      look('/new')(status(203), header('x-own').equals('1')),
    ],
  },
  {
    name: '1 MB of text',
    steps: [
      look('/big')(
        is({ kind: 'sha256' }).equal('aca1cd027e979588d14b877b7b0cb8585ad9fec599eb45801992ee5382b3760f'),
        is({ kind: 'bytes' }).be({ kind: 'length', length: 1_048_576 }),
      ),
    ],
  },
  {
    name: '1 MB of bytes',
    steps: [
      look('/big/bytes')(
        is({ kind: 'sha256' }).equal('631b84027d6b9e52b539c4e8373622d23032dfadc64d60af87339c9037e4f769'),
      ),
    ],
  },
])
