/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { anyStatus, body, cookie, header, json, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

/** Of any 422 that is not as FastAPI's. */
export const errorShape: Advice[] = [
  {
    when: [status(400)],
    say: 'FastAPI answers 422 when a parameter is missing or is not what its type says. 400 is never its default.',
  },
  {
    when: [status(422), json('detail').hasType('string')],
    say: 'In a 422, detail is a list with one entry per problem: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [status(422), json('detail[0].loc').exists(), json('detail[0].msg').absent()],
    say: 'Each entry has a sentence for people as well: { loc: [...], msg: ... }. What it says is up to you.',
  },
  {
    when: [status(422), json('detail[0].loc').oneOf(['header', 'X-Client-Version'], ['header', 'x_client_version'])],
    say: 'loc names the header as it is compared: in lower case, with hyphens. The underscores are of the Python parameter.',
  },
]

const undecided = 'Hono gives undefined for a header that did not come, and JSON leaves out what is undefined.'

export const version: Advice[] = [
  {
    when: [status(422)],
    say: "The header was sent, and was not found. Ask for it by its name with hyphens: c.req.header('X-Client-Version'), in any case. The record that c.req.header() gives without a name has its keys in lower case.",
  },
  {
    when: [status(200), json('client_version').oneOf(null, '')],
    say: "The header was sent, and was not found: c.req.header('X-Client-Version').",
  },
  {
    when: [status(200), json('user_agent').absent()],
    say: `${undecided} Send null instead: c.req.header('User-Agent') ?? null.`,
  },
]

/** Of the other checks of /client. */
const versionUnseen: Advice = {
  when: [status(422)],
  say: "X-Client-Version was sent, and was not found: c.req.header('X-Client-Version').",
}

export const missingVersion: Advice[] = [
  {
    when: [status(200)],
    say: "c.req.header('X-Client-Version') is undefined when there is no such header, also when there is one with underscores. Look at it before you answer, and send 422 when it is undefined.",
  },
  ...errorShape,
]

export const features: Advice[] = [
  {
    when: [json('features').hasType('string')],
    say: "A header is text, and several lines of one name are joined by commas. Make a list of it: c.req.header('X-Feature')?.split(/,\\s*/).",
  },
  {
    when: [json('features').hasType('array'), json('features[0]').contains(',')],
    say: 'Two lines came, and one text with a comma in it went out. The Headers of the web join lines of one name with ", ": split it there.',
  },
  {
    when: [json('features').equals([''])],
    say: "No X-Feature came, and ''.split() is a list of one empty text. Split only what is there: c.req.header('X-Feature')?.split(/,\\s*/) ?? [].",
  },
  {
    when: [status(200), json('features').absent()],
    say: `${undecided} Send an empty list instead: … ?? [].`,
  },
  {
    when: [status(500)],
    say: "The header did not come here, so c.req.header('X-Feature') is undefined, and undefined has no split(): use ?. before it, and ?? [] after it.",
  },
  versionUnseen,
]

export const echoed: Advice[] = [
  {
    when: [status(200), header('x-request-id').absent()],
    say: "The request had an X-Request-ID, the answer has none. Set it before you answer: c.header('X-Request-ID', c.req.header('X-Request-ID')).",
  },
  {
    when: [status(200), header('x-request-id').exists()],
    say: 'The answer has a mark of its own. When the request brings one, that is the one to send back.',
  },
  versionUnseen,
]

export const notEchoed: Advice[] = [
  {
    when: [header('x-request-id').exists()],
    say: 'The request had no X-Request-ID, and the answer has one. hono/request-id makes one up, and a text such as "undefined" is one too; here only what came goes back.',
  },
  versionUnseen,
]

const visitsUnseen: Advice = {
  when: [status(200), json('visits').absent()],
  say: "The cookie visits is not looked at yet: getCookie(c, 'visits') is its text, or undefined.",
}

const visitsAsText: Advice = {
  when: [json('visits').hasType('string')],
  say: 'A cookie is text, always. Send a number: Number(visits), once you know that it is one.',
}

export const pageCookies: Advice[] = [
  visitsUnseen,
  visitsAsText,
  {
    when: [json('visits').hasType('integer'), json('visits').not.oneOf(0, '{{visits}}')],
    say: "These are not the visits that this client has sent. They are in its cookie and nowhere else: getCookie(c, 'visits').",
  },
  {
    when: [status(200), json('theme').absent()],
    say: "getCookie(c, 'theme') is undefined when there is no such cookie, and JSON leaves out what is undefined. Give it its default: getCookie(c, 'theme') ?? 'light'.",
  },
  {
    when: [json('theme').oneOf('none', 'no')],
    say: "This is the value of another cookie, whose name only contains theme. Let getCookie(c, 'theme') find it, or split the header at its semicolons and compare whole names.",
  },
  {
    when: [json('visits').equals(null)],
    say: "Number(undefined) is NaN, which JSON writes as null. Give the text its default first: getCookie(c, 'visits') ?? '0'.",
  },
  {
    when: [status(422)],
    say: 'Nothing is wrong with this request: both cookies have a default, and others are ignored.',
  },
]

export const visitsCookie: Advice[] = [
  {
    when: [status(200), cookie('visits').absent()],
    say: "The answer sets no cookie visits. setCookie(c, 'visits', String(visits + 1), options) does.",
  },
  {
    when: [cookie('visits').oneOf('01', '411')],
    say: 'Two texts were put one behind the other. Make a number of the cookie before you add 1.',
  },
  {
    when: [cookie('visits').oneOf('0', '41')],
    say: 'The cookie has the visits of before. This one counts too: one more.',
  },
  {
    when: [cookie('visits').exists(), cookie('visits', 'max-age').absent()],
    say: 'Without Max-Age the cookie ends with the browser. Name it in the options, in seconds: { maxAge: 7 * 24 * 60 * 60 }.',
  },
  {
    when: [cookie('visits').exists(), cookie('visits', 'same-site').absent()],
    say: "Starlette sets SameSite=Lax by itself, Hono does not: { sameSite: 'Lax' }.",
  },
  {
    when: [cookie('visits').exists(), cookie('visits', 'path').absent()],
    say: 'Without Path the cookie goes to the folder of this address only. setCookie() sets Path=/ by itself; by hand, say it.',
  },
  {
    when: [status(500)],
    say: 'Hono refuses a Max-Age of more than 400 days. It is in seconds, not in milliseconds.',
  },
]

export const visitsCounted: Advice[] = [
  visitsUnseen,
  visitsAsText,
  {
    when: [json('visits').moreThan(9)],
    say: 'Two texts were put one behind the other. Make a number of the cookie before you add 1.',
  },
  {
    when: [json('visits').moreThan(0), json('visits').lessThan(10)],
    say: 'Others were counted as well. A variable of the program is shared by all who ask; what is counted for one visitor is in the cookie of that visitor.',
  },
  {
    when: [json('visits').equals(0)],
    say: "The count did not go on. Each answer sets the cookie anew, to one more than the request's.",
  },
]

export const badVisits: Advice[] = [
  visitsUnseen,
  {
    when: [status(200), json('visits').equals(null)],
    say: 'Number() makes NaN of this text, and JSON writes NaN as null. Look at the text before you make a number of it, and answer 422 when it is none.',
  },
  {
    when: [status(200), json('visits').oneOf(7, 1)],
    say: 'parseInt() stops at the first character that is no digit, and reads a number where FastAPI sees none. Test the text from its beginning to its end: /^-?\\d+$/.',
  },
  {
    when: [status(200), json('visits').equals(0)],
    say: 'The cookie came, and was taken for none. The default is for a cookie that is missing; what is there has to be a whole number: 422.',
  },
  {
    when: [status(200), json('visits').equals(1.5)],
    say: '1.5 is a number, and no whole one: 422. Test the text: /^-?\\d+$/.',
  },
  {
    when: [status(500)],
    say: 'This cookie was made into something that the code did not think of. Test the text before you use it, and answer 422.',
  },
]

export const loggedIn: Advice[] = [
  {
    when: [status(201)],
    say: 'The original sets no status, and then it is 200 for a POST as well.',
  },
  {
    when: [status(500)],
    say: 'The answer failed: look at what went wrong below. setSignedCookie() needs a secret that is not empty (env(c) of hono/adapter has it), and maxAge is in seconds, 400 days at most.',
  },
]

export const sessionCookie: Advice[] = [
  {
    when: [status(200), cookie('session').absent(), cookie('user').exists()],
    say: "Only the cookie user is set. c.header('Set-Cookie', …) replaces what was set before, unless it is told { append: true }; setCookie() appends. And setSignedCookie() has to be awaited.",
  },
  {
    when: [status(200), cookie('session').absent(), cookie('user').absent()],
    say: 'The answer sets no cookie at all. await setSignedCookie(c, name, value, secret, options) sets one.',
  },
  {
    when: [cookie('session').exists(), cookie('session', 'http-only').absent()],
    say: 'Without HttpOnly every script of the page can read the session and send it away: { httpOnly: true }.',
  },
  {
    when: [cookie('session').exists(), cookie('session', 'same-site').absent()],
    say: "Starlette sets SameSite=Lax by itself, Hono does not: { sameSite: 'Lax' }.",
  },
  {
    when: [cookie('session').exists(), cookie('session', 'max-age').absent()],
    say: 'Without Max-Age the session ends with the browser. Name it in the options, in seconds: { maxAge: 7 * 24 * 60 * 60 }.',
  },
  {
    when: [cookie('session').exists(), cookie('session', 'path').not.equals('/')],
    say: 'The path says which addresses get the cookie, and /me has to be one of them. setCookie() sets Path=/ by itself; by hand, say it.',
  },
  ...loggedIn,
]

export const userCookie: Advice[] = [
  {
    when: [status(200), cookie('user').absent()],
    say: "The cookie user is missing. c.header('Set-Cookie', …) replaces what was set before, unless it is told { append: true }; setCookie() appends.",
  },
  {
    when: [cookie('user', 'http-only').equals(true)],
    say: 'HttpOnly hides the cookie from scripts, and this one is made for them. Only the session has it.',
  },
  {
    when: [cookie('user').contains('.')],
    say: 'This cookie is signed. A script wants to read the name alone, and nobody is let in because of it: set it plainly.',
  },
  {
    when: [cookie('user').exists(), cookie('user', 'same-site').absent()],
    say: "Starlette sets SameSite=Lax by itself, Hono does not: { sameSite: 'Lax' }.",
  },
  ...loggedIn,
]

export const encodedName: Advice[] = [
  {
    when: [cookie('user').oneOf('Zoë', 'ZoÃ«')],
    say: 'The name went into the header as it is, and its semicolon ended the value. setCookie() encodes values; by hand, encodeURIComponent() does.',
  },
  {
    when: [json('user').contains('%')],
    say: 'The name is still encoded. What was encoded for the cookie is decoded when it comes back: getCookie() does both.',
  },
  {
    when: [cookie('user').contains('%25')],
    say: 'The name was encoded twice. setCookie() does it by itself.',
  },
]

/** Of any answer that should have been a 401. */
const nobody: Advice[] = [
  {
    when: [status(403)],
    say: '403 is for somebody who is known and may not. Here nobody is known: 401.',
  },
  {
    when: [status(200), json('user').oneOf(null, false)],
    say: "getSignedCookie() gives undefined when there is no such cookie, and false when its signature is wrong. Answer 401 in both cases: if (!user) return c.json({ detail: 'Not logged in' }, 401).",
  },
  {
    when: [status(200), json('user').absent()],
    say: "There is no user in this answer: JSON leaves out what is undefined. Answer 401 then: if (!user) return c.json({ detail: 'Not logged in' }, 401).",
  },
  {
    when: [status(401), header('content-type').contains('text/plain')],
    say: "The status is right, but the body is text. Send c.json({ detail: 'Not logged in' }, 401); the message of an HTTPException goes out as text unless app.onError turns it into JSON.",
  },
]

export const notLoggedIn: Advice[] = [
  {
    when: [status(200), json('user').hasType('string')],
    say: 'This client sent no cookie, and was taken for somebody. Who is asking is told by the cookie of the request alone, not by a variable of the program.',
  },
  ...nobody,
]

const unread: Advice = {
  when: [status(200), json('user').oneOf(null, false)],
  say: "The session is not read yet, or not found to be good: await getSignedCookie(c, secret, 'session').",
}

export const ownSession: Advice[] = [
  {
    when: [status(401)],
    say: 'The session that the login set was not accepted. It has to go to all addresses (Path=/), and to be read with the secret with which it was signed.',
  },
  {
    when: [status(200), json('user').hasType('string')],
    say: 'Somebody else is taken for this user. A variable of the program is shared by all who ask; who is asking is told by the cookie.',
  },
  {
    when: [status(200), json('user').hasType('object')],
    say: 'getSignedCookie() is asynchronous: await it, or the answer has a promise in it.',
  },
  unread,
]

export const forged: Advice[] = [
  {
    when: [status(200), json('user').hasType('string')],
    say: 'A client made this cookie up, and was believed. getSignedCookie(c, secret, name) looks at the signature; getCookie() does not, and the cookie user has none.',
  },
  {
    when: [status(500)],
    say: 'A session that is not as it should be made the server fail. Anybody can send one: it is a 401 like any other.',
  },
  ...nobody,
]

export const carriesOver: Advice[] = [
  {
    when: [status(200), json('user').hasType('string')],
    say: 'The cookie user says one name and the session another. The session is signed, so it is the one that counts.',
  },
  {
    when: [status(401)],
    say: 'This session is as it was set, and was refused because of another cookie beside it, or because of the request before.',
  },
]

export const otherSecret: Advice[] = [
  {
    when: [status(200), json('user').hasType('string')],
    say: 'The secret of the server has changed, and a session that was signed with the old one is still accepted. Read the secret from the environment: env(c).SESSION_SECRET.',
  },
  ...nobody,
]

export const sameSecret: Advice[] = [
  {
    when: [anyStatus.oneOf(401, 500)],
    say: 'The secret is again that of the login, so the session is good. A secret that is made up at the start, or a list of sessions in the memory, is gone after a restart.',
  },
  {
    when: [status(200), json('user').absent()],
    say: 'There is no user in this answer. One that is kept in a variable of the program is gone after a restart; take it from the session of the request.',
  },
  unread,
]

export const loggedOut: Advice[] = [
  {
    when: [status(204), cookie('session').exists(), cookie('session', 'max-age').absent()],
    say: 'An empty cookie is still a cookie. Max-Age=0 tells the browser to forget it: deleteCookie(c, name).',
  },
  {
    when: [status(204), cookie('session').exists(), cookie('user').absent()],
    say: 'The cookie user stays, and the page goes on to greet somebody who has left. Delete both.',
  },
  {
    when: [status(204), cookie('session', 'path').not.equals('/')],
    say: 'A cookie is known by its name and its path. To delete one, name the path with which it was set: /.',
  },
  {
    when: [status(204), cookie('session').absent()],
    say: "The answer deletes nothing. deleteCookie(c, 'session') does, before the answer is made; a Response of your own, made by new Response(), does not carry it.",
  },
  {
    when: [status(200), json('user').hasType('string')],
    say: 'After the logout the session still came, so the browser did not forget it: Max-Age=0, and the path with which it was set.',
  },
  {
    when: [status(200), body.not.contains('"user"')],
    say: 'There is nothing to say about a logout: c.body(null, 204).',
  },
  ...nobody,
]
