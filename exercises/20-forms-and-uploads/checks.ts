/**
 * What the rendition of question 20 has to do. Names and contents are made anew for every run where that is possible.
 * @module
 */

import {
  is,
  json,
  make,
  mediaType,
  post,
  send,
  sendForm,
  sendJson,
  sendParts,
  status,
} from '../../src/check/authoring.ts'
import type { Check, FormPart, RequestTemplate } from '../../src/check/check.ts'
import type { Expectation, Json } from '../../src/check/expectation.ts'
import {
  album,
  batch,
  batchItems,
  bothMissing,
  bytesKept,
  filenames,
  fileWanted,
  multipart,
  notForm,
  notYear,
  queryIgnored,
  rightSize,
  tags,
  titleMissing,
  tooLarge,
  typeOfPart,
  upload,
} from './advice.ts'

const isJson = mediaType('application/json')

/** A 422 with exactly these entries, in any order. Only `loc` is held to: the wording is the server's own. */
const invalidAt = (...locs: Json[][]): Expectation[] => [
  status(422),
  isJson,
  json('detail').hasType('array'),
  ...(locs.length === 1
    ? [json('detail[0].loc').equals(locs[0] ?? [])]
    : locs.map(loc => json('detail').some(is.includes({ loc })))),
  json('detail').hasLength(locs.length),
]

/** An error that the app itself raises. */
const refused = (code: number, detail: string): Expectation[] => [status(code), isJson, json().equals({ detail })]

/** The signature of PNG and some bytes that are no UTF-8, a line end and a boundary's beginning among them. */
const PNG = { base64: 'iVBORw0KGgr//gDDKIANCi0tAA==' }
const PNG_SHA256 = 'd5a4a43ff3fa77500799188313517439af58003e586b0d6fb13dffb4b0949366'
/** 16 characters, 22 bytes. */
const GREETING = 'Grüße aus Köln 🌊'
const GREETING_SHA256 = '9da2c32b78da369dac2cf3fc1017e5888c715e6093a9f53bdf7a857693ae2f70'

const postAlbum = (...fields: [name: string, value: string][]): RequestTemplate => sendForm('POST', '/albums', fields)
const postBatch = (...parts: FormPart[]): RequestTemplate => sendParts('POST', '/photos/batch', ...parts)

const field = (name: string, text: string): FormPart => ({ name, content: { text } })
const file = (name: string, filename: string, text: string, type = 'image/png'): FormPart => ({
  name,
  content: { text },
  filename,
  type,
})

const postPhoto = (photo: FormPart, caption = 'At sea'): RequestTemplate =>
  sendParts('POST', '/photos', photo, field('caption', caption))

export default [
  {
    id: 'urlencoded',
    title: 'POST /albums answers 200 with title, year and tags of an urlencoded form',
    why: 'This is what a browser sends of a plain <form>: texts, with + for a space and %XX for all that is not ASCII. The year is an int, so the answer holds a number.',
    values: { word: make.word, year: make.int(1900, 2090) },
    steps: [
      send(
        postAlbum(['title', 'Grüße & {{word}} + more'], ['year', '{{year}}']),
        [status(200), isJson, json().equals({ title: 'Grüße & {{word}} + more', year: '{{year}}', tags: [] })],
        { advice: album },
      ),
    ],
  },
  {
    id: 'multipart',
    title: 'POST /albums reads a multipart form as well',
    why: 'The client chooses how a form is encoded: a browser by enctype, fetch by the kind of the body. A route for forms answers both alike.',
    values: { word: make.word, year: make.int(-90, -1) },
    steps: [
      send(
        sendParts('POST', '/albums', field('title', 'Grüße, {{word}}'), field('year', '{{year}}')),
        [json('title').equals('Grüße, {{word}}'), json('year').equals('{{year}}')],
        { advice: multipart },
      ),
    ],
  },
  {
    id: 'repeated',
    title: 'A field that comes several times is a list, and coming once it is a list of one',
    why: 'Check boxes and selections send one name several times. A list that is sometimes a text breaks every client that loops over it.',
    values: { one: make.word, two: make.word, three: make.word },
    steps: [
      send(
        postAlbum(['title', 'Sea'], ['year', '2001'], ['tags', '{{one}}'], ['tags', '{{two}}, {{three}}']),
        [json('tags').equals(['{{one}}', '{{two}}, {{three}}'])],
        { advice: tags },
      ),
      send(postAlbum(['title', 'Sea'], ['year', '2001'], ['tags', '{{one}}']), [json('tags').equals(['{{one}}'])], {
        advice: tags,
      }),
    ],
  },
  {
    id: 'missing-fields',
    title: 'A missing field is a 422, every missing field one entry',
    why: 'The source in loc is "body": a form is a body too. A person who filled in a form wants to be told of all its gaps at once.',
    values: { word: make.word },
    steps: [
      send(
        postAlbum(['note', '{{word}}']),
        [...invalidAt(['body', 'title'], ['body', 'year']), json('detail[0].msg').hasType('string')],
        { advice: bothMissing },
      ),
      send(postAlbum(['year', '2001']), invalidAt(['body', 'title']), { advice: titleMissing }),
    ],
  },
  {
    id: 'year',
    title: 'A year that is no whole number is a 422',
    why: 'Every value of a form is a text. Only what spells a whole number from end to end is one: not 2e3, not 0x7e4, and nothing at all is not 0.',
    values: { title: make.word },
    steps: ['soon', '1.5', '0x7e4', '2e3', '12th', ''].map(year =>
      send(postAlbum(['title', '{{title}}'], ['year', year]), invalidAt(['body', 'year']), { advice: notYear }),
    ),
  },
  {
    id: 'not-a-form',
    title: 'JSON, a query or nothing at all in the place of the form is a 422',
    why: 'Form fields come from the form and from nowhere else. What JSON or the query says is not looked at, so all fields are missing.',
    values: { title: make.word },
    steps: [
      send(
        sendJson('POST', '/albums', { title: '{{title}}', year: 2001 }),
        invalidAt(['body', 'title'], ['body', 'year']),
        { advice: notForm },
      ),
      send(post('/albums?title={{title}}&year=2001'), invalidAt(['body', 'title'], ['body', 'year']), {
        advice: queryIgnored,
      }),
    ],
  },
  {
    id: 'upload',
    title: 'POST /photos answers 200 with name, content type and size of the file, and with the caption',
    why: 'A multipart form carries files and fields together. The caption has a default, so it may be left out.',
    values: { name: make.word, caption: make.text(3), content: make.hex(431) },
    steps: [
      send(
        postPhoto(file('photo', '{{name}}.png', '{{content}}'), '{{caption}}'),
        [
          status(200),
          isJson,
          json().includes({ filename: '{{name}}.png', content_type: 'image/png', size: 431, caption: '{{caption}}' }),
        ],
        { advice: upload },
      ),
      send(
        sendParts('POST', '/photos', file('photo', '{{name}}.jpg', '{{content}}', 'image/jpeg')),
        [json().includes({ filename: '{{name}}.jpg', content_type: 'image/jpeg', caption: '' })],
        { advice: upload },
      ),
    ],
  },
  {
    id: 'filename',
    title: 'The file name comes back as it was sent, umlauts, spaces and all',
    why: 'A name is the text that its owner gave it, in UTF-8. Make it safe where you use it as a path, not where you report it.',
    values: { word: make.word },
    steps: [
      send(
        postPhoto(file('photo', 'Grüße aus {{word}} 東京.png', 'x')),
        [json('filename').equals('Grüße aus {{word}} 東京.png')],
        { advice: filenames },
      ),
    ],
  },
  {
    id: 'bytes',
    title: 'size counts bytes, and sha256 is made of the bytes',
    why: 'A file is bytes. Read as a text, a picture is damaged for good: what is no UTF-8 is replaced, and an umlaut counts as one instead of two.',
    steps: [
      send(
        postPhoto({ name: 'photo', content: PNG, filename: 'a.png', type: 'image/png' }),
        [json('size').equals(19), json('sha256').equals(PNG_SHA256)],
        { advice: bytesKept },
      ),
      send(
        postPhoto(file('photo', 'b.png', GREETING)),
        [json('size').equals(22), json('sha256').equals(GREETING_SHA256)],
        { advice: bytesKept },
      ),
    ],
  },
  {
    id: 'file-wanted',
    title: 'A text where the file should be, or no file, is a 422',
    why: 'A field of a form is a file only when its part has a file name. Code that takes a text for a file fails later, with a 500.',
    values: { word: make.word },
    steps: [
      send(postPhoto(field('photo', '{{word}}')), invalidAt(['body', 'photo']), { advice: fileWanted }),
      send(
        sendForm('POST', '/photos', [
          ['photo', '{{word}}.png'],
          ['caption', 'At sea'],
        ]),
        invalidAt(['body', 'photo']),
        {
          advice: fileWanted,
        },
      ),
      send(sendParts('POST', '/photos', field('caption', '{{word}}')), invalidAt(['body', 'photo']), {
        advice: fileWanted,
      }),
    ],
  },
  {
    id: 'too-large',
    title: 'A file of more than 10,000 bytes is a 413, one of 10,000 is not',
    why: 'Without a limit anybody can fill memory and disk. It is about the file: what multipart adds around it, and the caption beside it, do not count.',
    values: { content: make.hex(10_000), caption: make.text(20) },
    steps: [
      send(
        postPhoto(file('photo', 'a.png', '{{content}}'), '{{caption}}'),
        [status(200), json('size').equals(10_000)],
        { advice: rightSize },
      ),
      send(postPhoto(file('photo', 'b.png', '{{content}}+')), refused(413, 'At most 10000 bytes'), {
        advice: tooLarge,
      }),
      send(
        postPhoto(file('photo', 'c.png', '{{content}}{{content}}{{content}}')),
        refused(413, 'At most 10000 bytes'),
        { advice: tooLarge },
      ),
    ],
  },
  {
    id: 'media-type',
    title: 'A file that is neither JPEG nor PNG is a 415',
    why: '415 says: the request is fine, but not this kind of content. The kind is what the part declares, not how the file name ends.',
    values: { name: make.word },
    steps: ['image/gif', 'text/html', 'application/octet-stream', 'image/svg+xml'].map(type =>
      send(postPhoto(file('photo', '{{name}}.png', 'x', type)), refused(415, 'Only JPEG and PNG'), {
        advice: typeOfPart,
      }),
    ),
  },
  {
    id: 'batch',
    title: 'POST /photos/batch answers with every file in order; one file is a list of one',
    why: '<input type="file" multiple> sends every file under the same name, and when the user picks one, one. Both are a list for the handler.',
    values: { one: make.word, two: make.word },
    steps: [
      send(
        postBatch(file('photos', '{{one}}.txt', 'four', 'text/plain'), file('photos', '{{two}}.png', 'Grüße')),
        [
          status(200),
          isJson,
          json().equals({
            photos: [
              { filename: '{{one}}.txt', size: 4 },
              { filename: '{{two}}.png', size: 7 },
            ],
          }),
        ],
        { advice: batch },
      ),
      send(
        postBatch(file('photos', '{{two}}.png', 'single')),
        [json().equals({ photos: [{ filename: '{{two}}.png', size: 6 }] })],
        { advice: batch },
      ),
    ],
  },
  {
    id: 'batch-items',
    title: 'POST /photos/batch without a file is a 422, and so is a text among the files',
    why: 'A list is checked item by item. loc has the index of the one that is wrong, so a client knows which of them it was.',
    values: { word: make.word },
    steps: [
      send(postBatch(field('note', '{{word}}')), invalidAt(['body', 'photos']), { advice: batchItems }),
      send(
        postBatch(file('photos', '{{word}}.png', 'x'), field('photos', '{{word}}'), file('photos', 'c.png', 'x')),
        invalidAt(['body', 'photos', 1]),
        { advice: batchItems },
      ),
    ],
  },
] satisfies Check[]
