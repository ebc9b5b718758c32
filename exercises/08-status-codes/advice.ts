/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { body, header, json, mediaType, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

export const errorShape: Advice[] = [
  {
    when: [status(400)],
    say: 'FastAPI answers 422 when a parameter is missing or has the wrong type. 400 is never its default: pass 422 to c.json.',
  },
  {
    when: [status(422), json('detail').hasType('string')],
    say: 'In a 422, detail is a list with one entry per problem, because a request can have several: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [status(422), json('loc').exists()],
    say: 'The entry is right, but it belongs into a list under detail: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [status(422), header('content-type').contains('text/plain')],
    say: 'The status is right, but the body is text. Send the detail with c.json(..., 422); the message of a Hono HTTPException goes out as text unless app.onError turns it into JSON.',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['path', 'id'])],
    say: "loc carries the parameter's name in the FastAPI route, which is item_id, whatever your own route calls it.",
  },
]

export const nameMissing: Advice[] = [
  {
    when: [status(201)],
    say: "c.req.query('name') is undefined when the query has no name. Look at it before you answer, and send 422 when it is undefined.",
  },
  {
    when: [status(200)],
    say: "The name is not looked at yet: c.req.query('name') is undefined when the query has none. Send 422 then.",
  },
  ...errorShape,
]

export const notANumber: Advice[] = [
  {
    when: [status(404), body.contains('NaN')],
    say: 'Number() made NaN of this id, and NaN was looked up like an id. Test the text first, and send 422 when it is not a whole number.',
  },
  {
    when: [status(404), body.not.contains('NaN')],
    say: 'This was taken for an id that does not exist. In FastAPI item_id: int says what an id looks like: what is no whole number is a 422, before anything is looked up.',
  },
  {
    when: [status(200), body.equals('')],
    say: 'Nothing was found under this id, and c.json(undefined) sends 200 with an empty body. Test the text first: what is no whole number is a 422.',
  },
  ...errorShape,
]

export const otherNotation: Advice[] = [
  {
    when: [status(200), body.not.equals('')],
    say: 'JavaScript read a number where FastAPI sees none: Number() accepts 1e0 and 0x1, parseInt() stops at the first odd character. Test the text instead: /^-?\\d+$/.',
  },
  ...notANumber,
]

export const wholeItem: Advice[] = [
  {
    when: [status(200), json('name').absent(), json().hasType('object')],
    say: 'The item itself is the body, with nothing around it: c.json(item).',
  },
]

export const missingItem: Advice[] = [
  {
    when: [status(404), json('detail').matches('^Item .* not found$')],
    say: 'The detail names another item than the one that was asked for. Put the id of the request into the text.',
  },
  {
    when: [status(200), body.equals('')],
    say: 'There is no such item, and c.json(undefined) sends 200 with an empty body. Test whether the item is there, and send 404 when it is not.',
  },
  {
    when: [status(200), json('status').equals(404)],
    say: 'The exception was returned as data, so it went out as a 200. Throw it: throw new HTTPException(404, ...), and give it a JSON body in app.onError.',
  },
  {
    when: [status(404), body.equals('404 Not Found')],
    say: 'c.notFound() sends this text of its own. Send the detail yourself: c.json({ detail: ... }, 404).',
  },
  {
    when: [status(404), header('content-type').contains('text/plain'), body.not.equals('404 Not Found')],
    say: 'Hono sends the message of an HTTPException as text. Turn it into JSON in app.onError, or answer with c.json({ detail: ... }, 404) right here.',
  },
  {
    when: [status(404), json('detail').absent(), json().hasType('object')],
    say: 'FastAPI puts the text under the key detail: { "detail": "Item 3 not found" }.',
  },
  {
    when: [status(200), json('detail').exists()],
    say: 'The body says that the item is missing, the status says that all is well. Pass the status as the second argument: c.json({ detail: ... }, 404).',
  },
]

export const deleted: Advice[] = [
  {
    when: [status(200)],
    say: '200 is what c.json, c.text and c.body send when they are given no status. For an answer without a body: c.body(null, 204).',
  },
  {
    when: [status(204), header('content-type').exists()],
    say: 'A 204 has no body, so there is nothing for a content type to describe. c.body(null, 204) sends none, unless a header was set beside it.',
  },
]

export const deletedAgain: Advice[] = [
  {
    when: [status(404)],
    say: 'The original removes with items.pop(item_id, None), which is content when there is nothing to remove. Afterwards the item is gone, as was asked: 204.',
  },
  ...deleted,
]

export const errorHeaderElsewhere: Advice[] = [
  {
    when: [header('x-error').exists()],
    say: 'This answer carries X-Error as well. Set it only where the missing item is answered: a middleware, app.onError and app.notFound see other answers too.',
  },
]

export const custom: Advice[] = [
  {
    when: [header('content-type').contains('text/plain')],
    say: 'c.text sends text. The original sends an object as JSON: c.json({ message: "ok" }).',
  },
  {
    when: [mediaType('application/json'), header('x-custom').absent()],
    say: "Headers are the third argument, after the status: c.json({ message: 'ok' }, 200, { 'X-Custom': 'value' }). Or call c.header('X-Custom', 'value') before.",
  },
]
