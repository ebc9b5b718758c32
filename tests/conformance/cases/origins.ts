/**
 * What servers decide by the origin of a request: CORS and CSRF.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { ask, look } from '../words.ts'

const preflight = (path: string, origin: string, method: string, headers?: string) =>
  ask('OPTIONS', path, {
    Origin: origin,
    'Access-Control-Request-Method': method,
    ...(headers && { 'Access-Control-Request-Headers': headers }),
  })

const allowed = header('access-control-allow-origin')

export const cors = area('cors', 'CORS', 'cors', [
  {
    name: 'any origin is allowed by default',
    steps: [look('/open/data', { Origin: 'https://a.example' })(allowed.equals('*'), json('area').equals('open'))],
  },
  {
    name: 'a preflight is answered with what was asked for',
    smoke: true,
    steps: [
      preflight('/open/data', 'https://a.example', 'PUT', 'X-One, X-Two')(
        status(204),
        allowed.equals('*'),
        header('access-control-allow-methods').contains('PUT'),
        header('access-control-allow-headers').equals('X-One,X-Two'),
        header('vary').contains('Access-Control-Request-Headers'),
        header('content-type').absent(),
        body.equals(''),
      ),
    ],
  },
  {
    name: 'a preflight of a strict list',
    steps: [
      preflight('/shop/data', 'https://admin.example', 'PUT', 'x-token')(
        status(204),
        allowed.equals('https://admin.example'),
        header('access-control-allow-methods').equals('GET,PUT'),
        header('access-control-allow-headers').equals('x-token,content-type'),
        header('access-control-max-age').equals('600'),
        header('access-control-allow-credentials').equals('true'),
      ),
    ],
  },
  {
    name: 'exposed headers and credentials of an answer',
    steps: [
      look('/shop/data', { Origin: 'https://shop.example' })(
        allowed.equals('https://shop.example'),
        header('access-control-expose-headers').equals('x-total,x-page'),
        header('access-control-allow-credentials').equals('true'),
        header('vary').equals('Origin'),
      ),
    ],
  },
  {
    name: 'another origin gets no permission',
    steps: [look('/shop/data', { Origin: 'https://evil.example' })(status(200), allowed.absent())],
  },
  {
    name: 'a preflight of another origin gets no permission',
    steps: [preflight('/shop/data', 'https://evil.example', 'PUT')(status(204), allowed.absent())],
  },
  {
    name: 'a rule decides by origin',
    steps: [
      look('/rule/data', { Origin: 'https://x.example' })(allowed.equals('https://x.example')),
      look('/rule/data', { Origin: 'https://x.org' })(allowed.absent()),
      look('/rule/data')(status(200)),
    ],
  },
  {
    name: 'one origin is named to itself',
    steps: [
      look('/one/data', { Origin: 'https://only.example' })(allowed.equals('https://only.example')),
      look('/one/data', { Origin: 'https://other.example' })(allowed.absent()),
    ],
  },
  { name: 'OPTIONS without CORS is an ordinary method', steps: [ask('OPTIONS', '/plain/data')(status(200))] },
])

const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
const order = (path: string, headers: Record<string, string>) => ask('POST', path, headers, { text: 'a=1' })
const host = 'shop.example'

export const csrf = area('csrf', 'CSRF', 'csrf', [
  {
    name: 'a form of the same origin passes',
    smoke: true,
    steps: [
      order('/same/order', { ...form, Host: host, Origin: `http://${host}` })(status(200), body.equals('ordered a=1')),
    ],
  },
  {
    name: 'a form of another origin is refused',
    steps: [
      order('/same/order', { ...form, Host: host, Origin: 'http://evil.example' })(
        status(403),
        body.equals('Forbidden'),
      ),
    ],
  },
  { name: 'a form without origin is refused', steps: [order('/same/order', { ...form, Host: host })(status(403))] },
  {
    name: 'JSON and GET are not forms',
    steps: [
      order('/same/order', { 'Content-Type': 'application/json', Origin: 'http://evil.example' })(status(200)),
      look('/same/order', { Origin: 'http://evil.example' })(status(200)),
    ],
  },
  {
    name: 'plain text and a missing type count as forms',
    steps: [
      order('/same/order', { 'Content-Type': 'text/plain', Origin: 'http://evil.example' })(status(403)),
      order('/same/order', { Origin: 'http://evil.example' })(status(403)),
    ],
  },
  {
    name: 'origins of a list and of a rule pass',
    steps: [
      order('/list/order', { ...form, Origin: 'https://shop.example' })(status(200)),
      order('/list/order', { ...form, Origin: 'https://shop.example.evil' })(status(403)),
      order('/rule/order', { ...form, Origin: 'https://any.example' })(status(200)),
    ],
  },
  {
    name: 'Sec-Fetch-Site lets a form pass',
    steps: [
      order('/same/order', { ...form, 'Sec-Fetch-Site': 'same-origin' })(status(200)),
      order('/same/order', { ...form, 'Sec-Fetch-Site': 'cross-site' })(status(403)),
      order('/site/order', { ...form, 'Sec-Fetch-Site': 'same-site' })(status(200)),
    ],
  },
])
