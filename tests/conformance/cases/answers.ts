/**
 * Methods, statuses and redirects.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { ADAPTER, PLATFORM_WORDS } from '../reasons.ts'
import { ask, give, look } from '../words.ts'

const withBody = (method: string) =>
  ask(method, '/item', {}, { text: 'sent' })(status(200), json().equals([method, 'sent']))

export const methods = area('methods', 'Methods and HEAD', 'methods', [
  {
    name: 'HEAD answers as GET, without its body',
    smoke: true,
    steps: [
      ask('HEAD', '/item')(status(200), header('x-own').equals('1'), header('content-type').exists(), body.equals('')),
    ],
  },
  {
    name: 'HEAD keeps a length the app gave',
    own: ['content-length'],
    steps: [ask('HEAD', '/length')(header('content-length').equals('5'), body.equals(''))],
  },
  { name: 'HEAD of an endless stream ends', steps: [ask('HEAD', '/stream')(status(200), body.equals(''))] },
  { name: 'HEAD of an unknown path', steps: [ask('HEAD', '/nothing')(status(404), body.equals(''))] },
  { name: 'POST, PUT and PATCH bring bodies', steps: ['POST', 'PUT', 'PATCH'].map(withBody) },
  {
    name: 'DELETE may bring a body',
    steps: [withBody('DELETE'), ask('DELETE', '/item')(json().equals(['DELETE', '']))],
  },
  {
    name: 'GET has no body, whatever was sent',
    steps: [ask('GET', '/all', {}, { text: 'sent' })(json().equals(['GET', '']))],
  },
  { name: 'OPTIONS', steps: [ask('OPTIONS', '/item')(status(204), header('allow').equals('GET, POST'))] },
  { name: 'less common methods', steps: [ask('PURGE', '/item')(json('[0]').equals('PURGE')), withBody('PROPFIND')] },
  { name: 'one handler for several paths', steps: [look('/a')(body.equals('/a')), look('/b')(body.equals('/b'))] },
  { name: 'a method without a handler is 404', steps: [ask('POST', '/a')(status(404), body.equals('404 Not Found'))] },
  {
    name: 'all() takes every method',
    steps: [ask('LINK', '/all')(json('[0]').equals('LINK')), look('/all')(status(200))],
  },
])

/** The Fetch Standard has the page refuse it. */
const difference = (what: string) => ({
  reason: `${ADAPTER} ${what}`,
  embedded: 'Making the Response throws an error, which is a 500.',
})
const withoutBody = difference('takes a body with this status, and leaves it out when it is sent.')

export const statuses = area('statuses', 'Statuses and empty bodies', 'status', [
  ...[204, 205, 304].map(code => ({
    name: `${code} has no body and no type`,
    steps: [
      look(`/empty/${code}`)(status(code), body.equals(''), header('content-type').absent()),
      look(`/response/${code}`)(status(code), body.equals('')),
      look(`/set/${code}`)(status(code)),
    ],
    ...(code === 204 && { smoke: true as const }),
  })),
  { name: 'text with 204', steps: [look('/text/204')(status(204), body.equals(''))], difference: withoutBody },
  { name: 'JSON with 204', steps: [look('/json/204')(status(204), body.equals(''))], difference: withoutBody },
  {
    name: 'text with 205',
    steps: [look('/text/205')(status(205))],
    difference: difference('takes a body with this status.'),
  },
  { name: 'text with 304', steps: [look('/text/304')(status(304), body.equals(''))], difference: withoutBody },
  {
    name: 'a Response with 204 and a body',
    steps: [look('/response-with-body/204')(status(204))],
    difference: withoutBody,
  },
  {
    name: 'a status of 0',
    steps: [look('/response/0')(status(200))],
    difference: difference('takes it for 200.'),
  },
  {
    name: 'a status above 599',
    steps: [look('/response/600')(status(600))],
    difference: difference('takes every status.'),
  },
  {
    name: 'a status of 1xx',
    steps: [look('/response/100')()],
    outcome: 'broke',
    difference: difference('takes every status, and the client waits for the answer that follows a 1xx.'),
  },
  {
    name: 'common statuses',
    steps: [201, 202, 400, 401, 418, 422, 429, 503].map(code =>
      look(`/json/${code}`)(status(code), json('a').equals(1)),
    ),
  },
  { name: 'a status without a name', steps: [look('/text/299')(status(299)), look('/text/599')(status(599))] },
  { name: 'a status of its own words', steps: [look('/reason')(status(299), body.equals('words'))] },
  { name: 'a status set after the handler', steps: [look('/late')(status(418), json('teapot').equals(true))] },
  { name: '304 keeps its headers', steps: [look('/tagged')(status(304), header('etag').equals('"a"'))] },
])

const to = (location: string, code = 302) => [status(code), header('location').equals(location), body.equals('')]

export const redirects = area('redirects', 'Redirects', 'redirects', [
  { name: 'a redirect is not followed', smoke: true, steps: [look('/found')(...to('/there'))] },
  {
    name: 'every status of a redirect',
    steps: [301, 303, 307, 308].map(code => look(`/code/${code}`)(...to('/there', code))),
  },
  {
    name: 'relative and absolute addresses are sent as they are',
    steps: [look('/relative')(...to('../there?x=1#part')), look('/absolute')(status(302))],
  },
  {
    name: 'letters beyond Latin-1 are encoded',
    steps: [
      look('/letters')(...to('/jörg/ütze')),
      look('/signs')(...to('/%E2%9C%93')),
      look('/encoded')(...to('/search?q=a%26b')),
    ],
  },
  { name: "the platform's redirect", steps: [look('/platform')(...to('http://elsewhere.example/there', 307))] },
  {
    name: "the platform's redirect refuses a relative address",
    mask: PLATFORM_WORDS,
    steps: [look('/platform/relative')(status(500))],
  },
  {
    name: "the platform's redirect refuses another status",
    mask: PLATFORM_WORDS,
    steps: [look('/platform/code')(status(500))],
  },
  {
    name: "the platform's redirect has headers",
    steps: [look('/platform/immutable')(header('x-own').equals('1'))],
    difference: {
      reason: `${ADAPTER}.redirect() has headers that can be set.`,
      embedded: 'Setting one throws an error, which is a 500.',
    },
  },
  { name: 'after a form', steps: [give('/form', { form: [['next', '/done']] })(...to('/done', 303))] },
])
