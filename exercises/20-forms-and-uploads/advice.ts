/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { body, header, is, json, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

const isText = header('content-type').contains('text/plain')

/** Of answers that should be a 422 in FastAPI's shape. */
const shape: Advice[] = [
  {
    when: [status(400), body.contains('"success":false')],
    say: 'zValidator answers 400 with the result of zod unless a hook answers first. Give it one: (result, c) => result.success ? undefined : c.json({ detail: [...] }, 422).',
  },
  {
    when: [status(400), body.not.contains('"success":false')],
    say: 'FastAPI answers 422 to everything that fails validation. 400 is never its default: pass 422 to c.json.',
  },
  {
    when: [status(422), isText],
    say: 'The status is right, but the body is text. Send the detail as JSON: c.json({ detail: [...] }, 422).',
  },
  {
    when: [status(422), json('detail').hasType('string')],
    say: 'In a 422, detail is a list with one entry per problem: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [status(422), json('detail[0].path').exists(), json('detail[0].loc').absent()],
    say: "These are zod's issues as they are. FastAPI's entry has loc, with the source in front: { loc: ['body', ...issue.path], msg: issue.message }.",
  },
  {
    when: [status(422), json('detail[0].loc').exists(), json('detail[0].msg').absent()],
    say: 'Each entry has a sentence for people as well: { loc: [...], msg: ... }. What it says is up to you.',
  },
  {
    when: [status(422), json('detail[0].loc[0]').oneOf('form', 'title', 'year', 'photo', 'photos')],
    say: 'For FastAPI a form is a body: loc is ["body", name].',
  },
]

export const album: Advice[] = [
  {
    when: [status(201)],
    say: 'The original sets no status, and then it is 200 for a POST as well.',
  },
  {
    when: [status(200), json('title').contains('%')],
    say: 'The title is still encoded. c.req.parseBody() and c.req.formData() decode it, + included.',
  },
  {
    when: [status(200), json('year').hasType('string')],
    say: 'What a form sends is a text. The original says year: int, so make a number of it when it is one.',
  },
  {
    when: [status(200), json('tags').absent()],
    say: 'tags is always there: an empty list when none was sent.',
  },
  {
    when: [status(422), json('detail').some(is.includes({ loc: ['body', 'tags'] }))],
    say: 'tags may be left out, and is an empty list then.',
  },
  {
    when: [status(500)],
    say: 'c.req.json() reads JSON only. A form is read with c.req.parseBody(), c.req.formData(), or the validator for form.',
  },
]

export const multipart: Advice[] = [
  {
    when: [status(422), json('detail').some(is.includes({ loc: ['body', 'title'] }))],
    say: 'The fields were not found: a multipart body is not a query string. c.req.parseBody(), c.req.formData() and the validator for form read both encodings.',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['body', 'year'])],
    say: 'This year is a whole number, below zero. The pattern of an int has a sign: /^-?\\d+$/.',
  },
]

export const tags: Advice[] = [
  {
    when: [json('tags').hasType('string')],
    say: 'One value comes as a text, several as a list: that is how parseBody({ all: true }) and the validator for form hand them over. Make a list of one: [value].flat().',
  },
  {
    when: [json('tags').hasLength(1), json('tags[0]').contains(', ')],
    say: 'Only the last of the tags is there. c.req.parseBody() keeps the last value of a name unless it is called with { all: true }.',
  },
  {
    when: [json('tags').hasLength(3)],
    say: 'A comma is a part of a tag. Each field that was sent is one tag.',
  },
  {
    when: [json('tags').equals([])],
    say: 'A tag was sent and is not in the answer. One value comes as a text, not as a list.',
  },
  {
    when: [status(422)],
    say: 'The tags were refused. One value comes as a text, several as a list: accept both, and make a list of one.',
  },
]

const gaps: Advice[] = [
  {
    when: [status(200), json('title').absent()],
    say: 'A field that is missing is undefined, and JSON leaves it out. Look for title and year, and answer 422 with an entry for each that is missing.',
  },
  {
    when: [status(200), json('title').oneOf('undefined', 'null', '')],
    say: 'The title was made of nothing. A field that is missing is undefined; test for that before you turn it into a text.',
  },
  ...shape,
  {
    when: [status(422), json('detail').hasLength(1)],
    say: 'Only one problem is told. Collect all of them before you answer: zod has them in error.issues; by hand, push to a list and go on.',
  },
]

export const bothMissing: Advice[] = gaps

export const titleMissing: Advice[] = gaps.slice(0, -1)

export const notYear: Advice[] = [
  {
    when: [status(200), json('year').hasType('string')],
    say: 'The year was not looked at. It is an int in the original, so a text that is no whole number is a 422.',
  },
  {
    when: [status(200), json('year').equals(0)],
    say: 'Number("") is 0, and z.coerce.number() calls Number(). Look at the text first: /^-?\\d+$/.',
  },
  {
    when: [status(200), json('year').oneOf(2020, 2000)],
    say: 'JavaScript read a number where Python sees none: Number() accepts 0x7e4 and 2e3. Look at the text first: /^-?\\d+$/.',
  },
  {
    when: [status(200), json('year').oneOf(12, 1, 2)],
    say: 'parseInt stops at the first odd character. Accept a text that is a number from end to end: /^-?\\d+$/.',
  },
  {
    when: [status(200), json('year').equals(null)],
    say: 'The year is NaN, which JSON writes as null. Number() fails without a word: look at the text first.',
  },
  ...shape,
]

export const notForm: Advice[] = [
  {
    when: [status(200), json('title').exists()],
    say: 'This was JSON, and it was read. The original takes Form() parameters: what is not a form has no fields.',
  },
  {
    when: [status(415)],
    say: '415 would be right by the book. FastAPI finds no form, so every field is missing: 422.',
  },
  {
    when: [status(500)],
    say: 'c.req.formData() throws when the body is not a form. c.req.parseBody() gives {} then; or look at the content type first.',
  },
  ...gaps,
]

export const queryIgnored: Advice[] = [
  {
    when: [status(200), json('title').exists()],
    say: 'The title was taken from the query. A Form() parameter comes from the form alone.',
  },
  ...notForm.slice(1),
]

export const upload: Advice[] = [
  {
    when: [status(201)],
    say: 'The original sets no status, and then it is 200 for a POST as well.',
  },
  {
    when: [status(422), json('detail').some(is.includes({ loc: ['body', 'caption'] }))],
    say: 'The caption may be left out, and is an empty text then.',
  },
  {
    when: [status(200), json('caption').absent()],
    say: 'The caption is missing. It is a field of the same form; left out, it is an empty text.',
  },
  {
    when: [status(200), json('caption').equals(null)],
    say: 'Left out, the caption is an empty text, not null: caption: str = Form("").',
  },
  {
    when: [status(200), json('filename').absent()],
    say: 'The name of the file is missing. A File has it as name: { filename: photo.name, ... }.',
  },
  {
    when: [status(200), json('content_type').absent()],
    say: "The file's content type is missing. A File has it as type: { content_type: photo.type, ... }.",
  },
]

export const filenames: Advice[] = [
  {
    when: [json('filename').contains('%')],
    say: 'The name is encoded. In JSON every character may stand as it is.',
  },
  {
    when: [json('filename').contains('Ã')],
    say: 'The bytes of the name were read as Latin-1. They are UTF-8; photo.name is decoded already.',
  },
  {
    when: [json('filename').exists()],
    say: 'The name was changed. Report photo.name as it is, and make it safe only where you use it as a path.',
  },
]

export const bytesKept: Advice[] = [
  {
    when: [json('size').oneOf(16, 17)],
    say: 'These are the characters of the file read as a text. photo.size counts its bytes.',
  },
  {
    when: [
      json('sha256').oneOf(
        '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
        '0a69c09f7c1eca87a0a6fb108e3aeb1929a2e4bb732a021612730325fd5875b2',
      ),
    ],
    say: 'This is the hash of "{}" or "[object File]": the File itself was hashed, not what is in it. Read it first: await photo.arrayBuffer().',
  },
  {
    when: [json('sha256').equals('a5cdf95e29278f7fce743bf2e9bc238db2829e0c8f22d163451a0d2ba87f0991')],
    say: 'The file was read as a text before it was hashed, which replaced the bytes that are no UTF-8. Hash await photo.arrayBuffer().',
  },
  {
    when: [json('sha256').absent()],
    say: "sha256 is missing: import { sha256 } from 'hono/utils/crypto', and await sha256(await photo.arrayBuffer()).",
  },
  {
    when: [json('sha256').hasType('object')],
    say: 'This is a promise, or the raw digest. Await it, and write its bytes as lower-case hexadecimal digits; sha256 of hono/utils/crypto does the latter.',
  },
]

export const fileWanted: Advice[] = [
  {
    when: [status(500)],
    say: 'The code took for granted that there is a file. A field can be missing, or a text: see whether it is instanceof File, or let z.file() do it.',
  },
  {
    when: [status(415)],
    say: 'A text has no type, so it was taken for a file of a wrong one. See first whether it is a file at all: instanceof File, or z.file().',
  },
  {
    when: [status(200)],
    say: 'There is no file in this request. See whether the field is instanceof File, or let z.file() do it.',
  },
  ...shape,
]

export const rightSize: Advice[] = [
  {
    when: [status(413)],
    say: 'This file has 10,000 bytes, just as many as are allowed. hono/body-limit counts the whole body, boundaries and fields too: leave it room, and measure the file by photo.size > 10_000.',
  },
]

export const tooLarge: Advice[] = [
  {
    when: [status(200)],
    say: 'This file is larger than 10,000 bytes. Look at photo.size; hono/body-limit alone cannot tell the file from what is around it.',
  },
  {
    when: [status(422)],
    say: 'z.file().max() makes a validation error of it. Too large is a 413: look at photo.size in the handler.',
  },
  {
    when: [status(413), isText],
    say: 'hono/body-limit answers with a text unless it is told otherwise: bodyLimit({ maxSize, onError: c => c.json({ detail: ... }, 413) }).',
  },
  {
    when: [status(400)],
    say: 'There is a status for this: 413.',
  },
  {
    when: [status(413), json('detail').not.hasType('string')],
    say: 'This is an error of your own, as HTTPException makes it: { detail: "At most 10000 bytes" }, and no list.',
  },
]

export const typeOfPart: Advice[] = [
  {
    when: [status(200)],
    say: 'This type is not allowed: only image/jpeg and image/png are. Look at photo.type, not at the end of the name, and not only at its beginning.',
  },
  {
    when: [status(422)],
    say: 'z.file().mime() makes a validation error of it. A kind of content that is not accepted is a 415: look at photo.type in the handler.',
  },
  {
    when: [status(400)],
    say: 'There is a status for this: 415.',
  },
  {
    when: [status(415), isText],
    say: 'The status is right, but the body is text. Send the detail as JSON: c.json({ detail: ... }, 415).',
  },
]

export const batch: Advice[] = [
  {
    when: [status(500)],
    say: 'One file comes by itself and not as a list, so there is no map() on it. Make a list of one: [value].flat().',
  },
  {
    when: [status(422)],
    say: 'One file comes by itself, several as a list. Accept both, and make a list of one.',
  },
  {
    when: [status(200), json('photos').hasLength(1), json('photos[0].size').equals(7)],
    say: 'Only the last file is there. c.req.parseBody() keeps the last value of a name unless it is called with { all: true }.',
  },
  {
    when: [status(200), json('photos').hasLength(1), json('photos[0].size').equals(4)],
    say: 'Only the first file is there: formData.get() gives one, formData.getAll() gives all.',
  },
  {
    when: [status(415)],
    say: 'The batch takes files of any type in the original. Only POST /photos is particular.',
  },
]

export const batchItems: Advice[] = [
  {
    when: [status(200)],
    say: 'Something was accepted that is no file, or no file was no problem. The list is required, and each item has to be a File.',
  },
  {
    when: [status(500)],
    say: 'The code took for granted that there are files. Look at each value: instanceof File, or z.array(z.file()).',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['body', 'photos'])],
    say: 'The list was refused as a whole. loc has the index of the item that is wrong: ["body", "photos", 1].',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['body', 'photos', 0])],
    say: 'No file was taken for a list of one that is missing. Here the field itself is missing: ["body", "photos"].',
  },
  ...shape,
]
