/**
 * Headers of requests and of answers: those that a browser's fetch classes drop or rewrite, and what HTTP allows.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { ADAPTER } from '../reasons.ts'
import { ask, look } from '../words.ts'

/** Sent as they are; a page's `new Request` would drop each of them. */
const sent: readonly (readonly [name: string, value: string])[] = [
  ['Cookie', 'a=1; b=2'],
  ['Host', 'api.example:8080'],
  ['Origin', 'https://shop.example'],
  ['Referer', 'https://shop.example/cart?x=1'],
  ['User-Agent', 'curl/8.5.0'],
  ['Accept-Encoding', 'br;q=1.0, gzip;q=0.8'],
  ['Accept-Charset', 'utf-8, iso-8859-1;q=0.5'],
  ['Access-Control-Request-Method', 'PUT'],
  ['Access-Control-Request-Headers', 'x-one, x-two'],
  ['Access-Control-Request-Private-Network', 'true'],
  ['Date', 'Tue, 15 Nov 1994 08:12:31 GMT'],
  ['DNT', '1'],
  ['Keep-Alive', 'timeout=5'],
  ['Set-Cookie', 'odd=1'],
  ['TE', 'trailers'],
  ['Upgrade', 'h2c'],
  ['Via', '1.1 proxy.example'],
  ['Proxy-Authorization', 'Basic YTpi'],
  ['Proxy-Connection', 'keep-alive'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-CH-UA', '"Rendition";v="1"'],
  ['Sec-Own', 'mine'],
  ['X-HTTP-Method-Override', 'DELETE'],
  ['Cookie2', '$Version=1'],
]

const smoke = new Set(['Cookie', 'Host', 'Origin'])

export const requestHeaders = area('request-headers', 'Request headers', 'headers', [
  ...sent.map(([name, value]) => ({
    name: `${name} reaches the app`,
    steps: [look(`/one/${name}`, { [name]: value })(status(200), json().equals([value, value, true]))],
    ...(smoke.has(name) && { smoke: true as const }),
  })),
  {
    name: 'Content-Length reaches the app',
    steps: [
      ask('POST', '/one/content-length', { 'Content-Length': '5' }, { text: 'hello' })(json().equals(['5', '5', true])),
    ],
  },
  {
    name: 'a body brings its length without being asked',
    steps: [ask('POST', '/one/content-length', {}, { text: 'hello' })(json().equals(['5', '5', true]))],
  },
  {
    name: 'Transfer-Encoding reaches the app',
    steps: [
      ask(
        'POST',
        '/one/transfer-encoding',
        { 'Transfer-Encoding': 'chunked' },
        { text: 'hello' },
      )(json().equals(['chunked', 'chunked', true])),
    ],
  },
  {
    name: 'Expect: 100-continue reaches the app',
    steps: [
      ask(
        'POST',
        '/one/expect',
        { Expect: '100-continue' },
        { text: 'hello' },
      )(json().equals(['100-continue', '100-continue', true])),
    ],
  },
  {
    name: 'a header nobody sent is missing',
    steps: [look('/one/x-nobody')(json().equals([null, null, false]))],
  },
  {
    name: 'nothing else is sent than what HTTP demands',
    steps: [
      look('/all', { 'X-Own': '1' })(json().equals({ host: 'localhost', 'x-own': '1', connection: 'keep-alive' })),
      ask('POST', '/all')(json().equals({ host: 'localhost', connection: 'keep-alive', 'content-length': '0' })),
    ],
  },
  {
    name: 'several Cookie headers become one',
    steps: [
      look('/one/cookie', [
        ['Cookie', 'a=1'],
        ['cookie', 'b=2'],
      ])(json('[0]').equals('a=1; b=2')),
    ],
  },
  {
    name: 'repeated headers are joined by commas',
    steps: [
      look('/one/x-list', [
        ['X-List', 'one'],
        ['x-list', 'two'],
      ])(json('[0]').equals('one, two')),
    ],
  },
  {
    name: 'an empty value is a value',
    steps: [look('/one/x-empty', { 'X-Empty': '' })(json().equals(['', '', true]))],
  },
  {
    name: 'space around a value does not count',
    steps: [look('/one/x-space', { 'X-Space': '  a b\t' })(json('[0]').equals('a b'))],
  },
  {
    name: 'Latin-1 letters come through',
    steps: [look('/one/x-name', { 'X-Name': 'J\u00f6rg' })(json('[0]').equals('J\u00f6rg'))],
  },
  {
    name: 'the URL is made of Host and path',
    smoke: true,
    steps: [
      look('/url?a=1', { Host: 'shop.example' })(
        json().equals(['http://shop.example/url?a=1', '/url', 'shop.example']),
      ),
    ],
  },
  {
    name: 'a request without Host is one to localhost',
    steps: [look('/url')(json('[2]').equals('localhost'), json('[0]').equals('http://localhost/url'))],
  },
  {
    name: 'copies of a request keep their headers',
    smoke: true,
    steps: [
      look('/copies', { Cookie: 'a=1', Origin: 'https://o.example', Referer: 'https://r.example/', 'User-Agent': 'u' })(
        json('[0]').equals(['a=1', 'https://o.example', 'https://r.example/', 'u']),
        json('[3]').equals(['new=1', null, null, null]),
      ),
    ],
  },
])

/** Set by the app; a page's `new Response` would drop the first two, HTTP or Node could touch the others. */
const answered: readonly (readonly [name: string, value: string])[] = [
  ['Set-Cookie', 'a=1; Path=/'],
  ['Set-Cookie2', 'a=1'],
  ['Access-Control-Allow-Origin', '*'],
  ['Content-Encoding', 'identity'],
  ['Content-Disposition', 'attachment; filename="a b.txt"'],
  ['Location', '/elsewhere?x=%20'],
  ['Refresh', '5; url=/later'],
  ['Retry-After', '120'],
  ['Server', 'own/1.0'],
  ['Via', '1.1 own'],
  ['Age', '60'],
  ['Expires', '0'],
  ['Upgrade', 'h2c'],
  ['WWW-Authenticate', 'Basic realm="a", Bearer'],
  ['Proxy-Authenticate', 'Basic'],
  ['Sec-WebSocket-Protocol', 'chat'],
  ['Clear-Site-Data', '"cookies"'],
  ['X-Empty', ''],
]

const setting = (way: string, name: string, value: string) =>
  look(`/set/${way}?name=${name}&value=${encodeURIComponent(value)}`)

export const responseHeaders = area('response-headers', 'Response headers', 'headers', [
  ...answered.map(([name, value]) => ({
    name: `${name} is sent as it was set`,
    steps: [
      setting('header', name, value)(header(name).equals(value)),
      setting('init', name, value)(header(name).equals(value)),
      setting('again', name, value)(header(name).equals(value)),
    ],
    ...(name === 'Set-Cookie' && { smoke: true as const }),
  })),
  {
    name: 'Set-Cookie may be repeated',
    smoke: true,
    steps: [
      setting('pairs', 'Set-Cookie', 'a=1')(header('set-cookie').equals(['a=1', 'a=1-2'])),
      setting('later', 'Set-Cookie', 'a=1')(header('set-cookie').equals(['a=1', 'a=1-2'])),
    ],
  },
  {
    name: 'other repeated headers are joined',
    steps: [
      setting('pairs', 'X-List', 'a')(header('x-list').equals('a, a-2')),
      setting('later', 'X-List', 'a')(header('x-list').equals('a, a-2')),
      look('/list')(header('vary').equals('accept, origin'), header('link').equals('</a>; rel=next, </b>; rel=last')),
    ],
  },
  {
    name: 'headers set after next() join those of the handler',
    smoke: true,
    steps: [
      look('/after/plain')(
        header('x-after').equals('yes'),
        header('x-before').absent(),
        header('set-cookie').equals(['before=1', 'after=1']),
      ),
    ],
  },
  {
    name: 'headers can be added to a redirect made by the platform',
    steps: [
      look('/after/redirect')(status(302), header('x-after').equals('yes'), header('set-cookie').equals('after=1')),
    ],
  },
  {
    name: 'a header can be taken back',
    steps: [look('/remove')(header('x-one').absent(), header('x-two').equals('2'))],
  },
  {
    name: 'a Response of a text with other headers keeps its type',
    steps: [look('/plain-init')(header('x-own').equals('1'))],
    difference: {
      reason: `${ADAPTER} leaves out the content type of a text when headers are given as a plain object.`,
      embedded: 'The content type is text/plain, as the Fetch Standard says.',
    },
  },
  { name: 'many headers arrive', steps: [look('/many')(header('x-number-119').equals('119'))] },
  { name: 'a long header arrives', steps: [look('/long')(header('x-long').matches('^a{6000}$'))] },
  {
    name: 'a Content-Length of the app is sent',
    own: ['content-length'],
    steps: [look('/length')(header('content-length').equals('5'), body.equals('12345'))],
  },
  {
    name: 'a Date of the app is sent',
    own: ['date'],
    steps: [look('/date')(header('date').equals('Tue, 15 Nov 1994 08:12:31 GMT'))],
  },
  {
    name: 'names and values that no header may have are refused',
    steps: [
      look('/bad/name')(status(400), body.equals('TypeError')),
      look('/bad/value')(status(400), body.equals('TypeError')),
      look('/bad/wide')(status(400), body.equals('TypeError')),
    ],
  },
])
