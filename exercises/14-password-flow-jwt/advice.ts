/**
 * Mistakes that are easily made in this exercise, and what to do about each.
 * @module
 */

import { type About, body, header, json, jwt, mediaType, status } from '../../src/check/authoring.ts'
import type { Advice } from '../../src/check/check.ts'

/** Of every 401. */
export const challenge: Advice[] = [
  {
    when: [status(401), header('www-authenticate').absent()],
    say: "A 401 says how one authenticates: c.json({ detail }, 401, { 'WWW-Authenticate': 'Bearer' }).",
  },
  {
    when: [status(401), header('www-authenticate').exists(), header('www-authenticate').not.matches('^Bearer')],
    say: 'WWW-Authenticate names the scheme with which to come back. Here it is Bearer; Basic would make a browser ask for a password by itself.',
  },
  {
    when: [status(401), body.equals('Unauthorized')],
    say: 'The middleware of hono/jwt answers in words of its own. Call verify yourself, or turn its HTTPException into your answer in app.onError.',
  },
  {
    when: [status(403)],
    say: '403 says that it is known who is asking. Nobody is known here: 401, as OAuth2PasswordBearer answers.',
  },
  {
    when: [status(401), mediaType('text/plain'), body.not.equals('Unauthorized')],
    say: 'Hono sends the message of an HTTPException as text. Answer with c.json({ detail }, 401, …), or make JSON of it in app.onError.',
  },
]

export const nobody: Advice[] = [
  {
    when: [status(200)],
    say: 'Nobody said who is asking, and the answer came all the same. Look at the header Authorization before anything else.',
  },
  {
    when: [status(401), json('detail').equals('Could not validate credentials')],
    say: 'There was no bearer token that could be good or bad. That is the other 401: Not authenticated.',
  },
  ...challenge,
]

/** Of a token that is not to be accepted. */
export const notAccepted: Advice[] = [
  {
    when: [status(500)],
    say: 'verify of hono/jwt throws when a token is not good. Catch that, and answer 401.',
  },
  {
    when: [status(401), json('detail').equals('Not authenticated')],
    say: 'There was a token, only not a good one. That is the other 401: Could not validate credentials.',
  },
  ...challenge,
]

export const badSignature: Advice[] = [
  {
    when: [status(200)],
    say: "Anybody can write such a token. decode only reads one; verify(token, secret, 'HS256') also looks whether it was signed with the secret.",
  },
  ...notAccepted,
]

export const badAlgorithm: Advice[] = [
  {
    when: [status(200)],
    say: "The algorithm was taken from the token, which a stranger may have written. Name it yourself: verify(token, secret, 'HS256').",
  },
  ...notAccepted,
]

export const pastExpiry: Advice[] = [
  {
    when: [status(200)],
    say: 'This token expired long ago. verify of hono/jwt looks at exp by itself, unless exp: false tells it not to; decode looks at nothing.',
  },
  ...notAccepted,
]

export const noSuchUser: Advice[] = [
  {
    when: [status(200)],
    say: 'The token is genuine, but it names nobody. Look the user up with every request, and answer 401 when there is none.',
  },
  {
    when: [status(404)],
    say: 'Whether the user of a token exists is part of whether the token is any good: 401.',
  },
  ...notAccepted,
]

export const loggedIn: Advice[] = [
  {
    when: [status(200), mediaType('text/plain')],
    say: "The token alone is not the answer. OAuth2 asks for JSON: c.json({ access_token, token_type: 'bearer' }).",
  },
  {
    when: [status(422)],
    say: "The form was not read. c.req.parseBody() reads it, or validator('form', …) of hono/validator.",
  },
  {
    when: [status(201)],
    say: 'A login is answered with 200, the default: a token is no resource that one could ask for later.',
  },
  {
    when: [status(401)],
    say: 'The pair is right. The hash is the base64 of PBKDF2 with SHA-256 and 256 bits, and both the salt and the password are taken as the bytes of their UTF-8.',
  },
  {
    when: [json('token_type').equals('Bearer')],
    say: 'FastAPI writes it small, "bearer". Clients compare it without regard to case, but here it is to be as there.',
  },
]

export const specialText: Advice[] = [
  {
    when: [status(401)],
    say: 'The password has blanks, a plus, a percent sign and letters beyond ASCII. c.req.parseBody() decodes the form; a body cut up by hand is not decoded, and in a form + stands for a blank.',
  },
  ...loggedIn,
]

const payload = (path: string): About => jwt(json('access_token'), 'payload', path)

export const claims: Advice[] = [
  {
    when: [payload('sub').absent()],
    say: 'The claim that names the user is called sub, the subject (RFC 7519): sign({ sub: username, exp }, secret).',
  },
  {
    when: [payload('passwordHash').exists()],
    say: 'The whole user went into the token. Its payload is not encrypted, only signed: anybody who has it can read the hash.',
  },
]

export const expiry: Advice[] = [
  {
    when: [payload('exp').lessThan(3_000_000_000)],
    say: 'Most APIs count from now. Here all tokens expire at the moment that the environment names, TOKENS_EXPIRE_AT.',
  },
  {
    when: [payload('exp').absent()],
    say: 'Without exp, a token is good for ever: sign({ sub, exp }, secret).',
  },
  {
    when: [payload('exp').hasType('string')],
    say: 'exp is a number: the seconds since 1970 (RFC 7519). Date.parse makes milliseconds of the text.',
  },
  {
    when: [payload('exp').moreThan(100_000_000_000)],
    say: 'This is in milliseconds, and so tens of thousands of years ahead. exp counts seconds: Date.parse(…) / 1000.',
  },
  {
    when: [payload('exp').hasType('null')],
    say: "The date was not read: JSON makes null of NaN. The environment is env(c) from 'hono/adapter', and its date is text such as 2100-01-01T00:00:00Z.",
  },
]

export const wrongPair: Advice[] = [
  {
    when: [status(401), json('detail').hasType('string'), json('detail').not.equals('Incorrect username or password')],
    say: 'The words are those of the original, the same for a wrong password and for an unknown user: an answer that differs tells who exists.',
  },
  {
    when: [status(200)],
    say: 'A wrong pair got a token. Derive the hash of the password that came, and compare it with the one that is stored; and a promise is true in every if: await it.',
  },
  {
    when: [status(404)],
    say: 'This tells a stranger which names exist. Answer an unknown user as a wrong password.',
  },
  {
    when: [status(500)],
    say: 'There is no user of this name, and something of it was read. An unknown user is answered as a wrong password.',
  },
  {
    when: [status(400)],
    say: 'OAuth2 itself asks for 400 here; FastAPI and this exercise answer 401.',
  },
  ...challenge,
]

/** Of a body in which what was typed as a password is. */
export const repeated = (password: string): Advice[] => [
  {
    when: [body.contains(password)],
    say: 'The answer repeats the password. Answers are logged, cached and shown on screens: say what is wrong, not what was sent.',
  },
]

export const jsonTaken: Advice[] = [
  {
    when: [status(200)],
    say: 'JSON was accepted. OAuth2 asks for a form, and FastAPI reads nothing else here.',
  },
]

export const formMissing: Advice[] = [
  {
    when: [status(401)],
    say: 'What is not there was compared as if it were. Look first whether both fields are texts, and answer 422 when not.',
  },
  {
    when: [status(400)],
    say: 'FastAPI answers 422 when a field is missing.',
  },
  {
    when: [status(422), json('detail').hasType('string')],
    say: 'In a 422, detail is a list with one entry per problem: { detail: [{ loc: [...], msg: ... }] }.',
  },
  {
    when: [status(422), mediaType('text/plain')],
    say: 'The status is right, but the body is text. Send the problems as JSON: c.json({ detail: [...] }, 422).',
  },
  {
    when: [json('detail[0].loc[0]').equals('form')],
    say: 'For FastAPI a form is a body: loc begins with "body".',
  },
]

export const profile: Advice[] = [
  {
    when: [json('passwordHash').exists()],
    say: 'The stored user was sent, with the hash in it. Name the keys that go out: c.json({ username, full_name, disabled }).',
  },
  {
    when: [json('fullName').exists()],
    say: 'The key is called full_name outside, whatever your own is called.',
  },
  {
    when: [status(401), json('detail').equals('Could not validate credentials')],
    say: 'Your own token was refused. It is to be signed and verified with the same secret, SECRET_KEY of the environment.',
  },
]

export const smallScheme: Advice[] = [
  {
    when: [status(401)],
    say: 'The name of a scheme is read without regard to case (RFC 9110): compare it in lower case.',
  },
]

export const sharedSecret: Advice[] = [
  {
    when: [status(401)],
    say: 'This token was signed with the SECRET_KEY of the environment, by another program. Read the secret there, with every request: env(c).SECRET_KEY.',
  },
]

export const otherSecret: Advice[] = [
  {
    when: [status(200)],
    say: 'The app was started with another SECRET_KEY, and the token of the old one is still good. The secret must come from the environment and stand nowhere in the program.',
  },
  ...notAccepted,
]

export const inactive: Advice[] = [
  {
    when: [status(200)],
    say: 'The user is disabled. Look at it once the token is known to be good.',
  },
  {
    when: [status(403)],
    say: 'That would be the better status. The original answers 400, as the FastAPI tutorial does.',
  },
  {
    when: [status(401)],
    say: 'The token is good and the user is known: this is not about credentials. The original answers 400.',
  },
]
