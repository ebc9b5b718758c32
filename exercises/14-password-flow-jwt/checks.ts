/**
 * What the rendition of question 14 has to do. Every token is good until a fixed date, so that nothing in an answer
 * depends on the time at which it is given.
 * @module
 */

import {
  type About,
  body,
  get,
  header,
  json,
  jwt,
  make,
  mediaType,
  post,
  send,
  sendForm,
  sendJson,
  start,
  status,
  stop,
} from '../../src/check/authoring.ts'
import type { Advice, Check, RequestTemplate, SendStep } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'
import {
  badAlgorithm,
  badSignature,
  claims,
  expiry,
  formMissing,
  inactive,
  jsonTaken,
  loggedIn,
  nobody,
  noSuchUser,
  notAccepted,
  otherSecret,
  pastExpiry,
  profile,
  repeated,
  sharedSecret,
  smallScheme,
  specialText,
  wrongPair,
} from './advice.ts'

const SECRET = '8d6f0b2c5e914a7fb3c1d08e7a2495f6c0e37b1d9a584f62e1b7c3d4a6098f25'
const env = { SECRET_KEY: SECRET, TOKENS_EXPIRE_AT: '2100-01-01T00:00:00Z' }

const MARA = '7-green-kettles'
const TOMAS = 'Größe 42 + 1% & mehr'
const ILSE = 'left-in-spring'

/** Made with PyJWT. Unless its name says otherwise: {"sub":"mara","exp":4102444800}, HS256, signed with SECRET. */
const TOKENS = {
  good: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJtYXJhIiwiZXhwIjo0MTAyNDQ0ODAwfQ.8XyFi6AuVcsaOq_ZAEqSxGc5xVLK85GETgcSlV3IHn4',
  expiredIn2020:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJtYXJhIiwiZXhwIjoxNTc3ODM2ODAwfQ.axwBBi0Dkp2R-eBmYDUgRAfq0WaDUqKtTgw4mEctKZQ',
  otherSecret:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJtYXJhIiwiZXhwIjo0MTAyNDQ0ODAwfQ.GzS1084GwNrZ1aRDy-IlyKibaawD_whxqSB1F_uOMtk',
  /** The payload is of tomas, the signature still that of `good`. */
  changed:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ0b21hcyIsImV4cCI6NDEwMjQ0NDgwMH0.8XyFi6AuVcsaOq_ZAEqSxGc5xVLK85GETgcSlV3IHn4',
  algNone: 'eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJzdWIiOiJtYXJhIiwiZXhwIjo0MTAyNDQ0ODAwfQ.',
  hs512:
    'eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJtYXJhIiwiZXhwIjo0MTAyNDQ0ODAwfQ.jTxPTbf-4TmqcK8nwm_WiVCIV48G_JIiVzYZVsavH8dmZ6A9KJiiGtk3C9znVWKCbbRQAkA0wljNoHFSoB6tzg',
  ofTomas:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ0b21hcyIsImV4cCI6NDEwMjQ0NDgwMH0.rQDQbAqPFx68emi02OPtyDzRF62M-gdbB2l_iIOvzng',
  ofGreta:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJncmV0YSIsImV4cCI6NDEwMjQ0NDgwMH0.hLa3Eu6ZU2NgEb8_jy6dL-X4auHfG4wTblz4BIScwsg',
  ofNobody: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJleHAiOjQxMDI0NDQ4MDB9.RUP5by3d2iLQ4z959P4HYnri860dDxjUXZBwHQaWk0c',
}

const isJson = mediaType('application/json')
const claim = (path: string): About => jwt(json('access_token'), 'payload', path)

const pair = (username: string, password: string): RequestTemplate =>
  sendForm('POST', '/token', [
    ['grant_type', 'password'],
    ['username', username],
    ['password', password],
  ])

const logIn = (username: string, password: string, expect: Expectation[], advice: Advice[]): SendStep =>
  send(pair(username, password), expect, { advice: [...advice, ...loggedIn] })

/** Saved under a name. */
const getToken = (name: string, username: string, password: string): SendStep =>
  send(pair(username, password), [status(200)], { advice: loggedIn, save: { [name]: json('access_token').subject } })

const me = (authorization: string): RequestTemplate => get('/users/me', [['Authorization', authorization]])

const isUnauthorized = (detail: string): Expectation[] => [
  status(401),
  isJson,
  json('detail').equals(detail),
  header('www-authenticate').matches(String.raw`^Bearer\b`),
]

const isWrongPair = (username: string, password: string): SendStep =>
  send(pair(username, password), [...isUnauthorized('Incorrect username or password'), body.not.contains(password)], {
    advice: [...wrongPair, ...repeated(password)],
  })

const isInvalid = (token: string, advice: Advice[]): SendStep =>
  send(me(`Bearer ${token}`), isUnauthorized('Could not validate credentials'), { advice })

const isProfile = (username: string, full_name: string): Expectation[] => [
  status(200),
  isJson,
  json().equals({ username, full_name, disabled: false }),
]

const isMissing = (field: string): Expectation[] => [
  status(422),
  json('detail').hasType('array'),
  json('detail[0].loc').equals(['body', field]),
  json('detail[0].msg').hasAtLeast(1),
]

export default [
  {
    id: 'token-answer',
    title: 'POST /token answers a right pair with 200, an access_token and the token_type bearer',
    why: 'OAuth2 fixes the names of these two, so that any client can log in: libraries, the Authorize button of Swagger UI, and curl.',
    env,
    steps: [
      logIn(
        'mara',
        MARA,
        [status(200), isJson, json('access_token').hasType('string'), json('token_type').equals('bearer')],
        [],
      ),
    ],
  },
  {
    id: 'password-text',
    title: 'POST /token takes a password as it was typed: blanks, +, %, & and letters beyond ASCII',
    why: 'A form is percent-encoded, and a blank is sent as a plus. Whoever mixes that up locks out the people with the best passwords.',
    env,
    steps: [
      logIn('tomas', TOMAS, [status(200)], specialText),
      send(pair('tomas', TOMAS.replace('+', ' ')), [status(401)], { advice: wrongPair }),
    ],
  },
  {
    id: 'token-claims',
    title: 'The token is a JWT of the kind HS256, with the user as sub and nothing private in it',
    why: 'The payload of a JWT is signed and not encrypted: its owner and everybody who gets hold of it can read it.',
    env,
    steps: [
      logIn(
        'mara',
        MARA,
        [
          jwt(json('access_token'), 'header', 'alg').equals('HS256'),
          claim('sub').equals('mara'),
          claim('$').matchesSchema({
            properties: { sub: true, exp: true, iat: true, nbf: true, jti: true, iss: true, aud: true },
            additionalProperties: false,
          }),
        ],
        claims,
      ),
      logIn('ilse', ILSE, [claim('sub').equals('ilse')], claims),
    ],
  },
  {
    id: 'token-expiry',
    title: 'exp is the moment TOKENS_EXPIRE_AT of the environment, in seconds since 1970',
    why: 'A token cannot be taken back: whoever has it is let in until it expires. So it has to expire, and the server that is asked has to know when.',
    env,
    steps: [
      logIn('mara', MARA, [claim('exp').equals(4_102_444_800)], expiry),
      stop(),
      start({ env: { TOKENS_EXPIRE_AT: '2086-06-30T21:30:00+02:00' } }),
      logIn('mara', MARA, [claim('exp').equals(3_676_303_800)], expiry),
    ],
  },
  {
    id: 'wrong-pair',
    title: 'POST /token answers a wrong password and an unknown user alike, with 401 and a challenge',
    why: 'An answer that tells an unknown name from a wrong password is a list of your users for whoever asks long enough. And no answer repeats a password.',
    env,
    values: { name: make.word, password: make.text(3) },
    steps: [
      isWrongPair('mara', '{{password}}'),
      isWrongPair('mara', '7-Green-Kettles'),
      isWrongPair('mara', '7-green-kettle'),
      isWrongPair('mara', TOMAS),
      isWrongPair('{{name}}', MARA),
    ],
  },
  {
    id: 'form-missing',
    title: 'POST /token answers 422 when username or password is missing in the form, and to JSON',
    why: 'The password flow of OAuth2 sends a form. What comes as JSON has no form in it, so that both fields are missing.',
    env,
    steps: [
      send(sendForm('POST', '/token', [['username', 'mara']]), isMissing('password'), { advice: formMissing }),
      send(sendForm('POST', '/token', [['password', MARA]]), [...isMissing('username'), body.not.contains(MARA)], {
        advice: [...formMissing, ...repeated(MARA)],
      }),
      send(sendJson('POST', '/token', { username: 'mara', password: MARA }), isMissing('username'), {
        advice: [...jsonTaken, ...formMissing],
      }),
      send(post('/token'), isMissing('username'), { advice: formMissing }),
    ],
  },
  {
    id: 'me',
    title: 'GET /users/me answers with the user of a token of /token, without the hash, and takes bearer for Bearer',
    why: 'This is what all the rest is for. The server keeps no list of who is logged in: all that it needs to know is in the token.',
    env,
    steps: [
      getToken('token', 'mara', MARA),
      send(me('Bearer {{token}}'), isProfile('mara', 'Mara Lind'), { advice: profile }),
      send(me('bearer {{token}}'), isProfile('mara', 'Mara Lind'), { advice: [...smallScheme, ...profile] }),
      send(me(`Bearer ${TOKENS.ofTomas}`), isProfile('tomas', 'Tomas Brandt'), { advice: profile }),
    ],
  },
  {
    id: 'secret',
    title: 'Tokens are of the SECRET_KEY of the environment: others with it are good, and none without it',
    why: 'A secret in the program is in its repository, in every copy of it and in the image. In the environment it can differ from server to server, and be changed when it got out.',
    env,
    values: { secret: make.hex(64) },
    steps: [
      send(me(`Bearer ${TOKENS.good}`), [status(200)], { advice: sharedSecret }),
      getToken('token', 'mara', MARA),
      stop(),
      start({ env: { SECRET_KEY: '{{secret}}' } }),
      isInvalid('{{token}}', otherSecret),
    ],
  },
  {
    id: 'no-token',
    title: 'GET /users/me answers 401 "Not authenticated" without a token, and to another scheme',
    why: '401 means: say who you are. The header WWW-Authenticate belongs to it and says how (RFC 9110).',
    env,
    steps: [
      send(get('/users/me'), isUnauthorized('Not authenticated'), { advice: nobody }),
      send(me('Basic bWFyYTpzZXZlbg=='), isUnauthorized('Not authenticated'), { advice: nobody }),
    ],
  },
  {
    id: 'signature',
    title: 'GET /users/me answers 401 when the token was signed with another secret, or changed since',
    why: 'The signature is all that keeps a client from writing a token by itself. Reading a token without looking at it is believing whoever comes.',
    env,
    steps: [isInvalid(TOKENS.otherSecret, badSignature), isInvalid(TOKENS.changed, badSignature)],
  },
  {
    id: 'algorithm',
    title: 'GET /users/me answers 401 when the token says another algorithm than HS256, or none',
    why: 'The header of a token is written by whoever made it. Libraries that went by it accepted "none", and took public keys for shared secrets.',
    env,
    steps: [isInvalid(TOKENS.algNone, badAlgorithm), isInvalid(TOKENS.hs512, badAlgorithm)],
  },
  {
    id: 'expired',
    title: 'GET /users/me answers 401 when the token has expired',
    why: 'A token that leaked is of use until it expires, and not longer.',
    env: { ...env, TOKENS_EXPIRE_AT: '2020-01-01T00:00:00Z' },
    steps: [
      isInvalid(TOKENS.expiredIn2020, pastExpiry),
      getToken('token', 'mara', MARA),
      isInvalid('{{token}}', pastExpiry),
    ],
  },
  {
    id: 'malformed',
    title: 'GET /users/me answers 401 to what is no JWT at all',
    why: 'Any text can be sent as a token. None may lead to a 500: that is an alarm for you, and a hint for whoever is trying things.',
    env,
    steps: [
      isInvalid('nonsense', notAccepted),
      isInvalid('x.y.z', notAccepted),
      isInvalid(`${TOKENS.good}.x`, notAccepted),
    ],
  },
  {
    id: 'unknown-user',
    title: 'GET /users/me answers 401 when the token names nobody who exists',
    why: 'A token is good until it expires, its user may be deleted before. Only a look at the users tells.',
    env,
    steps: [isInvalid(TOKENS.ofGreta, noSuchUser), isInvalid(TOKENS.ofNobody, noSuchUser)],
  },
  {
    id: 'inactive',
    title: 'GET /users/me answers 400 "Inactive user" when the user is disabled',
    why: 'A user can be shut out while a token of theirs is still good. So it is looked up with every request, and not kept in the token.',
    env,
    steps: [
      getToken('token', 'ilse', ILSE),
      send(me('Bearer {{token}}'), [status(400), isJson, json().equals({ detail: 'Inactive user' })], {
        advice: inactive,
      }),
    ],
  },
] satisfies Check[]
