/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { anyStatus, body, header, json, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

/** Of any 422 that is not as FastAPI's. */
export const errorShape: Advice[] = [
  {
    when: [status(400)],
    say: 'FastAPI answers 422 when a parameter is missing or is not what its type says. 400 is never its default; it is that of validators in Hono.',
  },
  {
    when: [status(422), json('detail').hasType('string')],
    say: 'In a 422, detail is a list with one entry per problem: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [status(422), header('content-type').contains('text/plain')],
    say: 'The status is right, but the body is text: it is the message of an HTTPException. Send JSON with c.json(..., 422), or give the exception a response: { res: Response.json(...) }.',
  },
  {
    when: [status(422), json('detail[0].loc').exists(), json('detail[0].msg').absent()],
    say: 'Each entry has a sentence for people as well: { loc: [...], msg: ... }. What it says is up to you.',
  },
  {
    when: [status(422), json('detail[0].loc[0]').equals('param')],
    say: "Hono calls the values of the path param. FastAPI's loc says path.",
  },
  {
    when: [status(422), json('detail[0].loc[0]').hasType('string'), json('detail[0].loc[1]').absent()],
    say: 'loc has two parts: where the value was looked for, which is path or query, and the name of the parameter.',
  },
  {
    when: [status(422), json('detail[0].loc').oneOf(['path', 'id'], ['path', 'userId'])],
    say: "loc carries the parameter's name in the FastAPI route, which is user_id, whatever your own route calls it.",
  },
]

export const currentUser: Advice[] = [
  {
    when: [status(422)],
    say: 'The route for an id was asked, and "me" is no id. Hono tries routes in the order in which they are declared, as FastAPI does: declare /users/me before /users/:user_id.',
  },
  {
    when: [json('user_id').oneOf('me', null)],
    say: 'The route for an id answered, with "me" for an id. Hono tries routes in the order in which they are declared, as FastAPI does: declare /users/me before /users/:user_id.',
  },
]

export const aNumber: Advice[] = [
  {
    when: [json('user_id').hasType('string')],
    say: "c.req.param() gives text, always. Send a number: Number(c.req.param('user_id')), once you know that it is one.",
  },
  {
    when: [body.matches('"(skip|limit)":\\s*"')],
    say: 'c.req.query() gives text, always. Send a number: Number(text), once you know that it is one.',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['path', 'user_id'])],
    say: 'This is a whole number, and it was refused. An int may be negative as long as nothing else is said: /^-?\\d+$/.',
  },
  {
    when: [json('limit').equals(10)],
    say: 'The limit that was sent is lost, and its default came instead. || replaces 0 as well; ?? replaces only what is null or undefined.',
  },
  {
    when: [status(404)],
    say: 'No route took this path. A whole number may have a minus before its digits, so a pattern in the route has to let it through as well.',
  },
]

/** JSON has no NaN. */
const NAN = '"(user_id|skip|limit)":\\s*null'

export const notANumber: Advice[] = [
  {
    when: [status(200), body.matches(NAN)],
    say: 'Number() makes NaN of a word, and JSON writes NaN as null. Look at the text before you make a number of it, and answer 422 when it is none.',
  },
  {
    when: [status(200), body.not.matches(NAN)],
    say: 'This word was let through. user_id, skip and limit are whole numbers: test the text, for example with /^-?\\d+$/, and answer 422 when it is none.',
  },
  {
    when: [status(404)],
    say: 'A pattern such as :user_id{[0-9]+} makes the route not match, and then nothing answers: 404. The route exists, the value will not do: let the route take any text and answer 422 yourself.',
  },
]

export const otherNotation: Advice[] = [
  {
    when: [status(200)],
    say: 'JavaScript read a number where FastAPI sees none: Number() accepts 0x1f and 1e3, and parseInt() stops at the first character that is no digit. Test the text itself, from its beginning to its end: /^-?\\d+$/.',
  },
  {
    when: [status(404)],
    say: 'A pattern in the route that does not match means that nothing answers: 404. Let the route take any text and answer 422 yourself.',
  },
]

export const defaults: Advice[] = [
  {
    when: [status(422)],
    say: 'Nothing is wrong with this request: every parameter of /books is optional, and one that is not known is ignored.',
  },
  {
    when: [body.matches('"(skip|limit)":\\s*"')],
    say: 'c.req.query() gives text, always, and a default of it is a text as well. Send a number: Number(text), once you know that it is one.',
  },
  {
    when: [json('q').absent(), status(200)],
    say: 'q is missing: it is undefined when the query has none, and JSON leaves out what is undefined. Send null instead: q ?? null.',
  },
  {
    when: [json('tags').absent(), status(200)],
    say: "c.req.queries('tag') is undefined when there is no tag, and JSON leaves out what is undefined. Send an empty list instead: c.req.queries('tag') ?? [].",
  },
  {
    when: [json('q').equals('')],
    say: 'No q was sent, so q is null. The empty text is the answer to ?q= alone.',
  },
  {
    when: [json('skip').absent(), status(200)],
    say: "c.req.query('skip') is undefined when there is none, and JSON leaves out what is undefined. Give it its default: c.req.query('skip') ?? '0'.",
  },
  {
    when: [json('limit').oneOf(null, 0)],
    say: "Number(undefined) is NaN, which JSON writes as null. Give the text its default first: c.req.query('limit') ?? '10'.",
  },
]

export const emptyNumber: Advice[] = [
  {
    when: [status(200)],
    say: "The empty text was taken for a missing parameter, or for the number 0, which is what Number('') is. It was sent, and it is no whole number: 422. ?? replaces only what is null or undefined, and /^-?\\d+$/ does not match the empty text.",
  },
]

export const emptyText: Advice[] = [
  {
    when: [status(422)],
    say: "The parameter is there, if only with a text of no characters. Only undefined means that it is missing: test c.req.query('q') === undefined, not !c.req.query('q').",
  },
  {
    when: [status(200), json('q').equals(null)],
    say: 'The text became null, as if there were none. || replaces the empty text as well; ?? replaces only what is null or undefined.',
  },
  {
    when: [json('q').contains('%')],
    say: "The text is still encoded. c.req.query('q') decodes it; a query cut out of c.req.url by hand is not decoded.",
  },
  {
    when: [json('q').contains('+')],
    say: "In a query a plus stands for a space, which decodeURIComponent() does not know. c.req.query('q') does.",
  },
]

export const required: Advice[] = [
  {
    when: [status(200)],
    say: "c.req.query('q') is undefined when the query has no q. There is no default here, so look at it before you answer, and send 422 when it is undefined.",
  },
  {
    when: [status(404)],
    say: 'A search without q is not an unknown address. The value is missing: 422.',
  },
]

export const aBoolean: Advice[] = [
  {
    when: [json('overdue').hasType('string')],
    say: 'c.req.query() gives text, always. Send true or false: look the word up, in lower case.',
  },
  {
    when: [status(200), json('overdue').absent()],
    say: "overdue is undefined when the query has none, and JSON leaves out what is undefined. Its default is false: c.req.query('overdue') ?? 'false'.",
  },
  {
    when: [status(200), json('overdue').equals(true)],
    say: "This is a no, and became true. Boolean() makes true of every text that is not empty, 'false' and '0' among them. Look the word up in a list.",
  },
  {
    when: [status(200), json('overdue').equals(false)],
    say: 'This is a yes, and became false. FastAPI takes true, 1, on and yes for it, in any case: look the word up with text.toLowerCase().',
  },
  {
    when: [status(422), json('detail[0].loc').equals(['query', 'overdue'])],
    say: 'This word was refused. FastAPI takes true, 1, on and yes, and false, 0, off and no, in any case: look the word up with text.toLowerCase().',
  },
]

export const notABoolean: Advice[] = [
  {
    when: [status(200), json('overdue').equals(true)],
    say: 'This is neither a yes nor a no, and it became true. Boolean() makes true of every text that is not empty. Send 422 for what is in neither list.',
  },
  {
    when: [status(200), json('overdue').equals(false)],
    say: 'This is neither a yes nor a no, and it became false. What is not a yes is not yet a no: send 422 for what is in neither list, the empty text included.',
  },
  {
    when: [status(200), json('overdue').hasType('string')],
    say: 'This is neither a yes nor a no, and it was let through as text. Look the word up in a list, and send 422 when it is not there.',
  },
  {
    when: [status(200), json('overdue').absent()],
    say: "c.req.query('overdue') is not looked at yet. Look the word up in a list, and send 422 when it is not there.",
  },
]

export const tags: Advice[] = [
  {
    when: [json('tags').hasType('string')],
    say: "c.req.query('tag') gives the first tag only, as text. c.req.queries('tag') gives all of them, as a list.",
  },
  {
    when: [json('tags').hasType('array'), json('tags').hasLength(2)],
    say: 'This is one tag with a comma in it. A list is sent by repeating the name, so there is nothing to split.',
  },
  {
    when: [json('tags').hasType('array'), json('tags').hasLength(1)],
    say: "c.req.query('tag') gives the first tag only. c.req.queries('tag') gives all of them, as a list.",
  },
  {
    when: [json('tags').equals([])],
    say: "No tag was found. The parameter is called tag, without brackets, and the list in the answer tags: c.req.queries('tag').",
  },
]

export const aGenre: Advice[] = [
  {
    when: [status(422)],
    say: 'This genre was refused. crime, fantasy and poetry are the three that there are.',
  },
]

export const notAGenre: Advice[] = [
  {
    when: [status(404)],
    say: 'A pattern such as :genre{crime|fantasy|poetry} makes the route not match, and then nothing answers: 404. The route exists, the value will not do: let the route take any text and answer 422 yourself.',
  },
  {
    when: [status(200), json('genre').equals('crime')],
    say: 'The values of the Enum are in lower case, and compared as they are: Crime is none of them.',
  },
  {
    when: [status(200), body.contains('constructor')],
    say: "Every object has a constructor, so 'constructor' in genres is true. Use an array with includes(), a Set or Object.hasOwn().",
  },
  {
    when: [status(200), json('genre').not.oneOf('constructor', 'crime')],
    say: 'This genre was let through. Look it up in a list, and send 422 when it is not there.',
  },
]

export const aFilePath: Advice[] = [
  {
    when: [status(404)],
    say: 'A parameter such as :file_path ends at the next slash. A pattern lets it go on: /files/:file_path{.+}.',
  },
  {
    when: [status(200), json('file_path').contains('%')],
    say: "The path is still encoded, at least in part: c.req.url is as it was sent, and c.req.path leaves what could be a delimiter, such as %23. c.req.param('file_path') decodes all of it.",
  },
  {
    when: [status(200), json('file_path').equals('etc/hosts')],
    say: 'The first slash of the path is lost. All that comes after /files/ belongs to it, and here that begins with a slash.',
  },
  {
    when: [anyStatus.oneOf(301, 302, 307, 308)],
    say: 'The path was redirected. Two slashes in a row mean that the file path begins with one.',
  },
]
