/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { body, header, is, json, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

const isText = header('content-type').contains('text/plain')
const MALFORMED = 'Malformed JSON in request body'

/** Of answers that should be a 422 in FastAPI's shape. */
const shape: Advice[] = [
  {
    when: [status(400), body.equals(MALFORMED)],
    say: 'This is the validator of Hono: it answers malformed JSON with a text and 400 before it calls your function. Turn its HTTPException into a 422 in app.onError, or read the body yourself.',
  },
  {
    when: [status(400), json('success').equals(false)],
    say: 'zValidator answers 400 with the result of zod unless a hook answers first. Give it one: (result, c) => result.success ? undefined : c.json({ detail: [...] }, 422).',
  },
  {
    when: [status(400), body.not.equals(MALFORMED), body.not.contains('"success":false')],
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
    say: "These are zod's issues as they are. FastAPI's entry has loc: the path, with the source in front: { loc: ['body', ...issue.path], msg: issue.message }.",
  },
  {
    when: [status(422), json('detail[0].loc').exists(), json('detail[0].msg').absent()],
    say: 'Each entry has a sentence for people as well: { loc: [...], msg: ... }. What it says is up to you.',
  },
  {
    when: [status(422), json('detail[0].loc[0]').oneOf('name', 'price', 'tax', 'tags', 'maker', 'item_id', 'version')],
    say: "loc begins with the source, then comes the path: ['body', ...issue.path].",
  },
]

const taxRequired: Advice = {
  when: [status(422), json('detail').some(is.includes({ loc: ['body', 'tax'] }))],
  say: 'tax may be left out. In zod, .nullable() allows null and still wants the field; .default(null) after it fills the gap.',
}

export const allErrors: Advice[] = [
  {
    when: [status(200)],
    say: 'Nothing looked at the body, so all of it passed. Describe it with a model, and answer 422 when safeParse() has no success.',
  },
  {
    when: [status(422), json('detail').hasLength(1)],
    say: 'Only one problem is told. Collect all of them before you answer: zod has them in error.issues; by hand, push to a list and go on.',
  },
  ...shape,
]

export const emptyObject: Advice[] = [taxRequired, ...allErrors]

export const defaults: Advice[] = [
  {
    when: [status(201)],
    say: 'The original sets no status, and then it is 200 for a POST as well.',
  },
  {
    when: [status(200), json('item').exists()],
    say: 'The item itself is the body, with nothing around it.',
  },
  {
    when: [status(200), json('tax').absent()],
    say: 'What was left out is missing in the answer. A default fills it in: z.number().nullable().default(null), z.array(z.string()).default([]).',
  },
  {
    when: [status(200), json('price_with_tax').absent()],
    say: 'price_with_tax is always there, null when there is no tax. JSON leaves out what is undefined, so say null.',
  },
  {
    when: [status(200), json('price_with_tax').not.equals(null)],
    say: 'Without a tax there is no price with tax: it is null then.',
  },
  {
    when: [status(200), json('maker').hasType('object'), json('maker.country').absent()],
    say: 'The defaults of the nested model are missing. It is a model like the other: country is null when it was left out.',
  },
  taxRequired,
]

export const computed: Advice[] = [
  {
    when: [json('price_with_tax').absent()],
    say: "price_with_tax is not in the answer. Add it when the item is valid: the model's .transform(), or the handler.",
  },
  {
    when: [json('price_with_tax').equals(null)],
    say: 'There is a tax here, so price_with_tax is price + tax.',
  },
  {
    when: [json('price_with_tax').oneOf(147, 86.4)],
    say: 'tax is an amount here, not a percentage: price + tax.',
  },
]

export const zeroTax: Advice[] = [
  {
    when: [json('price_with_tax').absent()],
    say: 'price_with_tax is not in the answer, although there is a tax: 0 is one. JSON leaves out what is undefined.',
  },
  {
    when: [json('price_with_tax').equals(null)],
    say: '0 counts as false in a condition, so the tax was overlooked. Ask for null: item.tax === null.',
  },
  {
    when: [json('tax').equals(null)],
    say: 'The 0 became null. item.tax || null does that; item.tax ?? null replaces only what is missing.',
  },
]

export const extra: Advice[] = [
  {
    when: [status(422), json('detail[0].loc').not.equals(['body', 'tax'])],
    say: 'The model refused a field that it does not know. Pydantic ignores those unless it is told otherwise, as z.object does; z.strictObject refuses them.',
  },
  {
    when: [status(200), json('price_with_tax').equals(1)],
    say: 'price_with_tax was taken from the client. It is computed: set it after the fields that were sent.',
  },
  {
    when: [status(200), json('name').exists(), json('price_with_tax').not.equals(1)],
    say: 'A field that is not in the model came back. Build the answer from the validated fields, not from the body: ...body and z.looseObject keep everything.',
  },
]

export const nothingCoerced: Advice[] = [
  {
    when: [status(200), json('name').hasType('string')],
    say: 'The value was turned into a text. Pydantic does not do that for str: use z.string() instead of z.coerce.string(), and typeof instead of String().',
  },
  {
    when: [status(200), json('name').not.hasType('string')],
    say: 'The name came through unseen. Its type has to be a text: z.string(), or typeof name === "string".',
  },
  ...shape,
]

export const numberAsText: Advice[] = [
  {
    when: [status(422), json('detail[0].loc').equals(['body', 'price'])],
    say: 'Pydantic reads a float from a text as well. Allow both: z.union([z.number(), z.string().regex(/^-?\\d+(\\.\\d+)?$/).transform(Number)]).',
  },
  {
    when: [status(200), json('price').hasType('string')],
    say: 'The price is still a text. Make a number of it once it is known to spell one: .transform(Number).',
  },
]

export const notNumber: Advice[] = [
  {
    when: [status(200), json('price').equals(0)],
    say: 'Number(null) and Number("") are 0, and z.coerce.number() calls Number(). Accept a number, or a text whose characters you have looked at.',
  },
  {
    when: [status(200), json('price').equals(16)],
    say: 'Number("0x10") is 16: JavaScript reads notations that Python\'s float does not. Look at the text first: /^-?\\d+(\\.\\d+)?$/.',
  },
  {
    when: [status(200), json('price').equals(7)],
    say: 'parseFloat stops at the first odd character, and Number takes a list of one for its item. Accept a number, or a text that is a number from end to end.',
  },
  {
    when: [status(200), json('price').equals(null)],
    say: 'null came through, or NaN did, which JSON writes as null. The price is no optional field.',
  },
  {
    when: [status(500)],
    say: 'The value had a type that the code did not think of. Look at typeof before you call anything on it.',
  },
  ...shape,
]

export const nullAllowed: Advice[] = [
  {
    when: [status(422)],
    say: 'tax and maker may be null: the type is float | None. .optional() allows only that a field is left out; .nullable() allows null.',
  },
]

export const nullRefused: Advice[] = [
  {
    when: [status(200), json('tags').equals([])],
    say: 'null was taken for a field that was left out. tags ?? [] does that, and .nullish() allows it: only what is undefined gets the default.',
  },
  {
    when: [status(200), json('tags').equals(null)],
    say: 'tags is a list, and null is none. Only tax, maker and its country may be null.',
  },
  ...shape,
]

export const nestedLoc: Advice[] = [
  {
    when: [status(200)],
    say: 'What is inside of maker or tags was not looked at. A nested model is validated like the outer one, and a list item by item.',
  },
  {
    when: [status(422), json('detail[0].loc').hasLength(1)],
    say: "The source and the path are one list: ['body', ...issue.path], not ['body', issue.path] and not joined to one text.",
  },
  {
    when: [status(422), json('detail[0].loc').oneOf(['body', 'maker'], ['body', 'tags'], ['body', 'name'])],
    say: 'loc stops too early, or begins too late. It is the whole way: every key and every index from the body to the value.',
  },
  {
    when: [status(422), json('detail[0].loc').oneOf(['body', 'maker.name'], ['body', 'tags.1'])],
    say: 'The way is a list of its own steps, not a text with points in it: ["body", "maker", "name"].',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['body', 'tags', '1'])],
    say: 'An index is a number in loc: 1, not "1". for (const [index, tag] of tags.entries()) gives numbers, for … in gives texts.',
  },
  ...shape,
]

export const notJson: Advice[] = [
  {
    when: [status(500)],
    say: 'c.req.json() throws a SyntaxError when the body is not JSON, and an empty one is not. Nothing caught it: catch it, and answer 422.',
  },
  ...shape,
]

export const noBody: Advice[] = [
  {
    when: [status(200)],
    say: 'There is no item in this request, and the original requires one.',
  },
  ...notJson,
]

export const bodyItself: Advice[] = [
  {
    when: [status(500)],
    say: 'A field was read of something that has none: null, or a text. See first whether the body is an object, or let a model do it.',
  },
  {
    when: [status(422), json('detail[0].loc').hasLength(2)],
    say: 'typeof says "object" of a list and of null as well. Neither has the fields of an item, so the error is at ["body"].',
  },
  ...shape,
]

export const media: Advice[] = [
  {
    when: [status(200)],
    say: 'This content type is not JSON, and the body was read as JSON. c.req.json() does not look at the type: see first whether it is application/json or application/…+json, from its beginning to its end or to a semicolon. includes("json") finds too much.',
  },
  {
    when: [status(422), json('detail[0].loc').oneOf(['body'], ['body', 'name'])],
    say: 'This content type is JSON. It may have parameters (application/json; charset=utf-8) and a name of its own before +json, and case does not count, so comparing it with === is too strict.',
  },
  {
    when: [status(415)],
    say: '415 would be right by the book. FastAPI does not parse such a body, and the model then refuses it: 422, as for every body that will not do.',
  },
  ...shape,
]

export const putParts: Advice[] = [
  {
    when: [status(200), json('item_id').hasType('string')],
    say: 'What stands in a path is a text. The original says item_id: int, so make a number of it when it is one.',
  },
  {
    when: [status(200), json('version').hasType('string')],
    say: 'What stands in a query is a text. The original says version: int, so make a number of it when it is one.',
  },
  {
    when: [status(200), json('item').exists()],
    say: 'The item is not under a key of its own: { item_id, version, ...item }.',
  },
  {
    when: [status(422), json('detail').some(is.includes({ loc: ['query', 'version'] }))],
    say: 'This version is a whole number, below zero. The pattern of an int has a sign: /^-?\\d+$/.',
  },
]

const queryOnly: Advice = {
  when: [status(422), json('detail').every(is.includes({ loc: ['query', 'version'] }))],
  say: 'Only the query was reported. Look at the path as well, then at the body, and answer once.',
}

export const merged: Advice[] = [
  {
    when: [status(200)],
    say: 'The path and the query have to be looked at too: item_id and version are whole numbers, and version is required.',
  },
  {
    when: [status(422), json('detail').every(is.includes({ loc: ['path', 'item_id'] }))],
    say: 'The first validator that failed has answered for all. Read path, query and body in one place, collect what is wrong in each, and answer once.',
  },
  queryOnly,
  {
    when: [status(422), json('detail[0].loc[0]').equals('body')],
    say: 'The body was validated first and has answered for all. Read path, query and body in one place, collect what is wrong in each, and answer once.',
  },
  ...shape,
]

export const missingVersion: Advice[] = [
  {
    when: [status(422), json('detail').every(is.includes({ loc: ['path', 'item_id'] }))],
    say: 'Only the path was reported, and version is missing in the query. It has no default in the original, so it is required, and every source is looked at before the answer.',
  },
  queryOnly,
  ...shape,
]

export const odderId: Advice[] = [
  {
    when: [status(422), json('detail').every(is.includes({ loc: ['path', 'item_id'] }))],
    say: 'The path has answered for all: the body lacks a name as well. Collect from every source, and answer once.',
  },
  {
    when: [status(422), json('detail').every(is.includes({ loc: ['body', 'name'] }))],
    say: 'The id was not reported. Number("0x10") is 16, which Python\'s int does not read: look at the text first, /^-?\\d+$/, and report it beside the body.',
  },
  ...shape,
]
