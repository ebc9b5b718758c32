/**
 * The rest of Hono's middleware.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { ask, give, is, look } from '../words.ts'

const ms = '\\d+(\\.\\d+)?m?s'

export const middleware = area('middleware', 'Middleware', 'middleware', [
  {
    name: 'body-limit lets small bodies pass',
    steps: [give('/limit/body', { text: '1234567890' })(status(200), body.equals('1234567890'))],
  },
  {
    name: 'body-limit refuses large bodies',
    smoke: true,
    steps: [
      give('/limit/body', { text: '12345678901' })(status(413), body.equals('Payload Too Large')),
      give('/limit-own/body', { text: '12345678901' })(status(413), json('error').equals('too big')),
    ],
  },
  {
    name: 'body-limit counts a body without a length',
    steps: [
      give('/limit/body', { text: '12345678901' }, { 'Transfer-Encoding': 'chunked' })(status(413)),
      give('/limit/body', { text: '12345' }, { 'Transfer-Encoding': 'chunked' })(status(200), body.equals('12345')),
    ],
  },
  {
    name: 'timeout ends what is slow',
    steps: [
      look('/timeout/slow?ms=200')(status(504), body.equals('Gateway Timeout')),
      look('/timeout-own/slow?ms=200')(status(408), body.equals('too slow')),
      look('/timeout/slow?ms=1')(status(200), body.equals('in time')),
    ],
  },
  { name: 'cache steps aside where there is none', steps: [look('/cache/item')(status(200))] },
  {
    name: 'timing tells what took how long',
    mask: ['dur=[0-9.]+'],
    steps: [
      look('/timing/item')(
        header('server-timing').contains('region;desc="europe"'),
        header('server-timing').contains('custom;dur=23.8;desc="Own metric"'),
        header('server-timing').contains('db;dur='),
      ),
    ],
  },
  {
    name: 'request-id takes the id that was sent',
    steps: [
      look('/id/number', { 'X-Request-Id': 'abc-123' })(
        body.equals('abc-123'),
        header('x-request-id').equals('abc-123'),
      ),
    ],
  },
  {
    name: 'request-id makes an id',
    mask: ['[0-9a-f-]{36}'],
    smoke: true,
    steps: [
      look('/id/number')(is({ kind: 'body' }).be({ kind: 'format', format: 'uuid' })),
      look('/id/number', { 'X-Request-Id': 'not allowed!' })(
        is({ kind: 'body' }).be({ kind: 'format', format: 'uuid' }),
      ),
    ],
  },
  {
    name: 'request-id by rules of its own',
    steps: [
      look('/id-own/number')(body.equals('trace-14'), header('x-trace').equals('trace-14')),
      look('/id-own/number', { 'X-Trace': 'much too long' })(status(200)),
    ],
  },
  {
    name: 'language is found in query, cookie and header',
    steps: [
      look('/language/hello?lang=de')(body.equals('de'), header('set-cookie').contains('language=de')),
      look('/language/hello', { Cookie: 'language=pt-BR' })(body.equals('pt-BR')),
      look('/language/hello', { 'Accept-Language': 'fr, de;q=0.8, en;q=0.5' })(body.equals('de')),
      look('/language/hello')(body.equals('en')),
    ],
  },
  {
    name: 'language is found in the path',
    steps: [look('/path/de')(body.equals('de')), look('/path/xx')(body.equals('en'))],
  },
  {
    name: 'ip-restriction lets in and keeps out',
    steps: [
      look('/ip/page', { 'X-Address': '10.1.2.3' })(status(200)),
      look('/ip/page', { 'X-Address': '10.0.0.13' })(status(403), body.equals('Forbidden')),
      look('/ip/page', { 'X-Address': '192.168.0.1' })(status(403)),
    ],
  },
  {
    name: 'pretty-json makes JSON readable',
    steps: [
      look('/pretty/json?pretty')(body.equals('{\n  "a": [\n    1,\n    {\n      "b": "ü"\n    }\n  ]\n}')),
      look('/pretty/json')(body.equals('{"a":[1,{"b":"ü"}]}')),
      look('/pretty-own/json?nice')(body.contains('\n    "a"')),
    ],
  },
  {
    name: 'powered-by',
    steps: [
      look('/powered/by')(header('x-powered-by').equals('Hono')),
      look('/powered-own/by')(header('x-powered-by').equals('Own')),
    ],
  },
  {
    name: 'secure-headers',
    steps: [
      look('/secure/headers')(
        header('x-frame-options').equals('SAMEORIGIN'),
        header('x-content-type-options').equals('nosniff'),
        header('cross-origin-opener-policy').equals('same-origin'),
      ),
    ],
  },
  {
    name: 'secure-headers of its own',
    steps: [
      look('/secure-own/headers')(
        header('x-frame-options').equals('DENY'),
        header('strict-transport-security').absent(),
        header('content-security-policy').equals("default-src 'self'; img-src *"),
        header('permissions-policy').equals('camera=(), geolocation=(self)'),
      ),
    ],
  },
  {
    name: 'secure-headers with a nonce',
    mask: ["'nonce-[^']+'"],
    steps: [
      look('/secure-nonce/headers')(
        header('content-security-policy').matches("^script-src 'nonce-[A-Za-z0-9+/]{22}=='$"),
      ),
    ],
  },
  {
    name: 'the logger writes a line before and after',
    mask: [ms],
    smoke: true,
    steps: [
      look('/log/line')(status(200)),
      look('/log/line?status=404')(status(404)),
      ask('POST', '/log/line')(status(200)),
    ],
  },
  {
    name: 'the logger with a printer of its own',
    mask: [ms],
    steps: [look('/log-own/line')(is({ kind: 'log', level: 'warn' }).be({ kind: 'length', length: 2 }))],
  },
  {
    name: 'some',
    steps: [
      look('/some/page', { 'X-Token': 'two' })(status(200)),
      look('/some/page', { 'X-Token': 'three' })(status(401), body.equals('not two')),
    ],
  },
  {
    name: 'every',
    steps: [
      look('/every/page', { 'X-Token': 'one' })(status(200), header('x-every').equals('1')),
      look('/every/page')(status(401)),
    ],
  },
  {
    name: 'except',
    steps: [look('/except/page')(status(401)), look('/except/open/page')(status(200), body.equals('open'))],
  },
  {
    name: 'accepts',
    steps: [
      look('/accepts', {
        Accept: 'text/html;q=0.9, application/json',
        'Accept-Language': 'de',
        'Accept-Encoding': 'br',
      })(json().equals(['application/json', 'de', 'br'])),
      look('/accepts')(json().equals(['text/plain', 'en', 'identity'])),
    ],
  },
])
