/**
 * What the rendition of question 37 has to do. Names and numbers are made anew for every run wherever they may be.
 * @module
 */

import {
  type About,
  cookie,
  get,
  header,
  json,
  make,
  mediaType,
  post,
  send,
  start,
  status,
  stop,
} from '../../src/check/authoring.ts'
import type { Advice, Check, SendStep } from '../../src/check/check.ts'
import type { Expectation } from '../../src/check/expectation.ts'
import {
  badVisits,
  carriesOver,
  echoed,
  encodedName,
  errorShape,
  features,
  forged,
  loggedIn,
  loggedOut,
  missingVersion,
  notEchoed,
  notLoggedIn,
  otherSecret,
  ownSession,
  pageCookies,
  sameSecret,
  sessionCookie,
  userCookie,
  version,
  visitsCookie,
  visitsCounted,
} from './advice.ts'

const env = { SESSION_SECRET: 'b7f2d05c9a81e63447d0c1f85e29ab6a3c70d4e19f5826bb' }
const OTHER_SECRET = '11c4e0a97f3b2d58860e9d7ac5f1342bd96e07a8c3b51f24'

const WEEK = 604_800

const isJson = mediaType('application/json')

/** A 422 as FastAPI sends it. Only `loc` is held to, and that there is a sentence: its words differ between releases. */
const refusedAt = (source: 'header' | 'cookie', name: string): Expectation[] => [
  status(422),
  isJson,
  json('detail').hasType('array'),
  json('detail[0].loc').equals([source, name]),
  json('detail[0].msg').hasAtLeast(1),
]

/** What a cookie of this app lasts, and where it goes. */
const lasts = (name: string): Expectation[] => [
  cookie(name, 'max-age').equals(WEEK),
  cookie(name, 'path').equals('/'),
  cookie(name, 'same-site').equals('lax'),
]

const VERSION = ['X-Client-Version', '3.{{minor}}'] as const

const client = (
  headers: readonly (readonly [string, string])[],
  expect: readonly Expectation[],
  advice: readonly Advice[],
) => send(get('/client', [VERSION, ...headers]), [status(200), ...expect], { advice })

/** A visit with these cookies, sent as they stand here. */
const pageWith = (cookies: string, expect: readonly Expectation[], advice: readonly Advice[]) =>
  send(get('/page', [['Cookie', cookies]]), expect, { advice })

const logIn = (actor: string, name: string): SendStep =>
  send(post(`/login/${name}`), [status(200), isJson, json().equals({ user: name })], { actor, advice: loggedIn })

const isUser = (name: string): Expectation[] => [status(200), isJson, json().equals({ user: name })]
const isNobody = [status(401), isJson, json().equals({ detail: 'Not logged in' })]

/** Asks who somebody is that sends this one header of cookies. */
const meWith = (cookies: string) => send(get('/me', [['Cookie', cookies]]), isNobody, { advice: forged })

const session: About = cookie('session')

export default [
  {
    id: 'client-headers',
    title: 'GET /client answers with the headers X-Client-Version and User-Agent, and null where there is no agent',
    why: 'The names of headers have no case: clients and proxies write them as they like, and HTTP/2 sends all of them in lower case.',
    env,
    values: { minor: make.int(1, 99), agent: make.word },
    steps: [
      client(
        [['User-Agent', '{{agent}}/2.0']],
        [isJson, json('client_version').equals('3.{{minor}}'), json('user_agent').equals('{{agent}}/2.0')],
        version,
      ),
      send(
        get('/client', [['x-client-VERSION', '4.{{minor}}']]),
        [status(200), json('client_version').equals('4.{{minor}}'), json('user_agent').equals(null)],
        { advice: version },
      ),
    ],
  },
  {
    id: 'client-version-missing',
    title: 'GET /client answers 422 without X-Client-Version',
    why: 'A parameter without a default is required, wherever it comes from. loc has the name of the header, which is written with hyphens: one with underscores is another header, and some servers drop those.',
    env,
    values: { minor: make.int(1, 99) },
    steps: [
      send(get('/client', [['User-Agent', 'anything/1.0']]), refusedAt('header', 'x-client-version'), {
        advice: missingVersion,
      }),
      send(get('/client', [['X_Client_Version', '3.{{minor}}']]), refusedAt('header', 'x-client-version'), {
        advice: missingVersion,
      }),
    ],
  },
  {
    id: 'features',
    title: 'GET /client makes a list of every line X-Feature, also of one and of none',
    why: 'A header may be sent several times. Its lines are then a list, in the order in which they came.',
    env,
    values: { minor: make.int(1, 99), one: make.word, two: make.word, three: make.word },
    steps: [
      client(
        [
          ['X-Feature', '{{one}}'],
          ['X-Feature', '{{two}}'],
        ],
        [json('features').equals(['{{one}}', '{{two}}'])],
        features,
      ),
      client([['X-Feature', '{{three}}']], [json('features').equals(['{{three}}'])], features),
      client([], [json('features').equals([])], features),
    ],
  },
  {
    id: 'request-id',
    title: 'GET /client sends X-Request-ID back as a header, when there was one',
    why: 'Whoever asks may want to find this very request in the logs of the server, so the answer carries the mark that came with it.',
    env,
    values: { minor: make.int(1, 99), id: make.hex(12) },
    steps: [
      client([['X-Request-ID', '{{id}}']], [header('x-request-id').equals('{{id}}')], echoed),
      client([], [header('x-request-id').absent()], notEchoed),
    ],
  },
  {
    id: 'page-cookies',
    title: 'GET /page answers with the cookies theme and visits, or light and 0 where there is none',
    why: 'All cookies of a site come in one header, the ones of others among them. A cookie is text, and visits: int makes a number of it.',
    env,
    values: { theme: make.word, visits: make.int(10, 900) },
    steps: [
      send(get('/page'), [status(200), isJson, json().equals({ theme: 'light', visits: 0 })], { advice: pageCookies }),
      pageWith('theme={{theme}}', [status(200), json().equals({ theme: '{{theme}}', visits: 0 })], pageCookies),
      pageWith(
        'old_theme=none; visits={{visits}}; theme={{theme}}; theme2=no',
        [status(200), json().equals({ theme: '{{theme}}', visits: '{{visits}}' })],
        pageCookies,
      ),
    ],
  },
  {
    id: 'visits-cookie',
    title: 'GET /page sets the cookie visits to one more, for a week and all of the site',
    why: 'Without Max-Age a cookie ends with the browser, and without Path it goes only to the folder of the address that set it.',
    env,
    steps: [
      send(get('/page'), [status(200), cookie('visits').equals('1'), ...lasts('visits')], { advice: visitsCookie }),
      pageWith('visits=41', [status(200), cookie('visits').equals('42'), ...lasts('visits')], visitsCookie),
    ],
  },
  {
    id: 'visits-counted',
    title: 'GET /page counts the visits of each visitor separately',
    why: 'Two browsers have two counts, and the server keeps neither of them: what a visitor brings is all that it knows.',
    env,
    steps: [
      send(get('/page'), [json('visits').equals(0)], { actor: 'mara', advice: visitsCounted }),
      send(get('/page'), [json('visits').equals(1)], { actor: 'mara', advice: visitsCounted }),
      send(get('/page'), [json('visits').equals(0)], { actor: 'tomas', advice: visitsCounted }),
      send(get('/page'), [json('visits').equals(2)], { actor: 'mara', advice: visitsCounted }),
    ],
  },
  {
    id: 'visits-invalid',
    title: 'GET /page answers 422 when the cookie visits is not a whole number',
    why: 'Cookies come from outside like all else: a person may have changed them, or an older release of the site. A default is for one that is not there.',
    env,
    values: { word: make.word },
    steps: ['{{word}}', '7up', 'v7', '1.5', ''].map(text =>
      pageWith(`visits=${text}`, refusedAt('cookie', 'visits'), [...badVisits, ...errorShape]),
    ),
  },
  {
    id: 'session-cookie',
    title: 'POST /login/{name} sets the cookie session: HttpOnly, SameSite=Lax, for a week and all of the site',
    why: 'Whoever has this cookie is logged in. HttpOnly keeps it from scripts, so that one which got into the page cannot carry it away; SameSite=Lax keeps it out of requests that other sites send.',
    env,
    values: { name: make.word },
    steps: [
      send(post('/login/{{name}}'), [status(200), cookie('session', 'http-only').equals(true), ...lasts('session')], {
        advice: sessionCookie,
      }),
    ],
  },
  {
    id: 'user-cookie',
    title: 'POST /login/{name} sets the cookie user as well, with the name, for scripts to read',
    why: 'A page wants to greet its user without asking the server. This cookie is for that and for nothing else, so it is not HttpOnly.',
    env,
    values: { name: make.word },
    steps: [
      send(
        post('/login/{{name}}'),
        [status(200), cookie('user').equals('{{name}}'), cookie('user', 'http-only').absent(), ...lasts('user')],
        { advice: userCookie },
      ),
    ],
  },
  {
    id: 'name-encoded',
    title: 'POST /login/{name} percent-encodes a name that would not fit into a cookie',
    why: 'A semicolon ends the value of a cookie, and what follows is taken for attributes. A name that comes from outside could set some of its own.',
    env,
    values: { word: make.word },
    steps: [
      send(
        post('/login/Zo%C3%AB%3B%20{{word}}'),
        [status(200), json().equals({ user: 'Zoë; {{word}}' }), cookie('user').equals('Zo%C3%AB%3B%20{{word}}')],
        { actor: 'zoe', advice: encodedName },
      ),
      send(get('/me'), isUser('Zoë; {{word}}'), { actor: 'zoe', advice: [...encodedName, ...ownSession] }),
    ],
  },
  {
    id: 'me',
    title: 'GET /me answers everybody who logged in with their own name, and anybody else with 401',
    why: 'The session is the only thing that tells who is asking. Two who are logged in at the same time are two, so a variable of the program is no place for it. Without a session it is nobody: that is a 401, while 403 would be for somebody who is known and may not.',
    env,
    values: { one: make.word, other: make.word },
    steps: [
      send(get('/me'), isNobody, { advice: notLoggedIn }),
      logIn('one', '{{one}}'),
      logIn('other', '{{other}}'),
      send(get('/me'), isUser('{{one}}'), { actor: 'one', advice: ownSession }),
      send(get('/me'), isUser('{{other}}'), { actor: 'other', advice: ownSession }),
      send(get('/me'), isNobody, { actor: 'third', advice: notLoggedIn }),
    ],
  },
  {
    id: 'forged',
    title: 'GET /me answers 401 to a session that was made up or changed, and does not believe the cookie user',
    why: 'A client can send any cookie that it likes. The signature is what it cannot make: it needs the secret, and fits one value only.',
    env,
    values: { name: make.word, other: make.word },
    steps: [
      send(post('/login/{{name}}'), [status(200)], { save: { session: session.subject }, advice: sessionCookie }),
      meWith('session={{name}}'),
      meWith('session=x{{session}}'),
      meWith('session={{session}}x'),
      meWith('user={{other}}'),
      send(get('/me', [['Cookie', 'session={{session}}; user={{other}}']]), isUser('{{name}}'), {
        advice: carriesOver,
      }),
    ],
  },
  {
    id: 'secret',
    title: 'A session holds as long as SESSION_SECRET stays the same, over a restart of the server as well',
    why: 'A secret in the program is in its repository and in every copy of it. One from the environment can be changed, which ends all sessions at once; as long as it is not, a restart throws nobody out.',
    env,
    values: { name: make.word },
    steps: [
      logIn('somebody', '{{name}}'),
      stop(),
      start({ env: { SESSION_SECRET: OTHER_SECRET } }),
      send(get('/me'), isNobody, { actor: 'somebody', advice: otherSecret }),
      stop(),
      start({ env }),
      send(get('/me'), isUser('{{name}}'), { actor: 'somebody', advice: sameSecret }),
    ],
  },
  {
    id: 'logout',
    title: 'POST /logout answers 204 and deletes both cookies, and GET /me is a 401 again',
    why: 'A server cannot take a cookie away. It sets it anew, of the same name and path, and with a Max-Age of 0, which tells the browser to forget it at once.',
    env,
    values: { name: make.word },
    steps: [
      logIn('somebody', '{{name}}'),
      send(
        post('/logout'),
        [
          status(204),
          ...['session', 'user'].flatMap(name => [cookie(name, 'max-age').equals(0), cookie(name, 'path').equals('/')]),
        ],
        { actor: 'somebody', advice: loggedOut },
      ),
      send(get('/me'), isNobody, { actor: 'somebody', advice: loggedOut }),
    ],
  },
] satisfies Check[]
