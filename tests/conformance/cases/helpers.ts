/**
 * Validators, and the helpers of Hono that make, call and test apps.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { ask, give, look } from '../words.ts'

const item = { name: 'Lamp', price: 7.5 }

export const validation = area('validation', 'Validators, zod and OpenAPI', 'validation', [
  {
    name: 'validators see every part of a request',
    smoke: true,
    steps: [
      give(
        '/plain/7?q=x&q=y',
        { json: { n: 1 } },
        { Cookie: 'a=1', 'X-Own': 'h' },
      )(json().equals([{ id: '7' }, { q: ['x', 'y'] }, { n: 1 }, 'h', { a: '1' }])),
    ],
  },
  {
    name: 'JSON that is none is a 400',
    steps: [
      give(
        '/plain/7',
        { text: '{' },
        { 'Content-Type': 'application/json' },
      )(status(400), body.equals('Malformed JSON in request body')),
    ],
  },
  { name: 'a body without its type is empty', steps: [give('/plain/7', { text: '{"n":1}' })(json('[2]').equals({}))] },
  {
    name: 'forms',
    steps: [
      give('/form', { form: [['name', 'ü']] })(json().equals({ name: 'ü' })),
      give('/form', { form: [] })(status(422), body.equals('no name')),
      give('/form', { multipart: [{ name: 'name', content: { text: 'x' } }] })(json('name').equals('x')),
    ],
  },
  {
    name: 'files',
    steps: [
      give('/file', { multipart: [{ name: 'file', content: { text: 'x' }, filename: 'a.txt' }] })(
        json().equals(['a.txt', 'x']),
      ),
    ],
  },
  {
    name: 'zod-validator lets pass and fills in',
    smoke: true,
    steps: [give('/items', { json: item })(status(201), json().equals({ ...item, tags: [], kind: 'new' }))],
  },
  {
    name: 'zod-validator refuses with the issues',
    smoke: true,
    steps: [
      give('/items', { json: { name: 'L', price: -1, email: 'x', kind: 'old' } })(
        status(400),
        json('success').equals(false),
        json('error.name').equals('ZodError'),
      ),
    ],
  },
  {
    name: 'zod-validator of a query',
    steps: [
      look('/items?limit=7&tag=a&tag=b')(json().equals({ limit: 7, tag: ['a', 'b'] })),
      look('/items')(json('limit').equals(5)),
      look('/items?limit=x')(status(400)),
      look('/items?limit=11')(status(400)),
    ],
  },
  {
    name: 'zod-validator of a path and a header',
    steps: [
      look('/items/7')(status(400)),
      look('/items/9f1c2d3e-4a5b-4c6d-8e7f-0a1b2c3d4e5f')(status(200)),
      give('/header', { text: '' })(status(400)),
      give('/header', { text: '' }, { 'X-Token': 't' })(status(200)),
    ],
  },
  {
    name: 'zod-validator with a hook',
    steps: [
      give('/hook', { json: { price: 1 } })(
        status(422),
        json('detail').equals([{ loc: ['name'], code: 'invalid_type' }]),
      ),
    ],
  },
  {
    name: 'zod transforms and pipes',
    steps: [
      look('/parse?text=four')(json().equals(4)),
      look('/parse?text=x')(status(200)),
      look('/dates')(json('at').equals('1970-01-01T00:00:00.000Z')),
    ],
  },
  { name: 'zod makes a JSON Schema', steps: [look('/schema')(json('required').exists())] },
  {
    name: 'zod-openapi answers and refuses',
    steps: [look('/open/users/42')(json().equals({ id: '42', age: 7 })), look('/open/users/4')(status(400))],
  },
  {
    name: 'zod-openapi documents',
    smoke: true,
    steps: [
      look('/open/doc')(json('openapi').equals('3.0.0'), json('components.schemas.User.type').equals('object')),
      look('/open/doc31')(json('openapi').equals('3.1.0')),
    ],
  },
  {
    name: 'zod says what the program tells it to say',
    steps: [ask('POST', '/words')(body.equals('set')), look('/words')(json().equals('own words'))],
  },
  {
    name: 'zod has forgotten it in the next check',
    steps: [look('/words')(json().contains('expected string'))],
  },
])

export const helpers = area('helpers', 'Helpers and apps that call apps', 'helpers', [
  {
    name: 'factory and createMiddleware',
    steps: [look('/who', { 'X-User': 'ann' })(body.equals('ann')), look('/who')(body.equals('nobody'))],
  },
  {
    name: 'hc calls the app itself',
    smoke: true,
    steps: [
      look('/client')(json().equals([{ id: 'a b', cookie: 'a=1' }, 201, { title: 'ü' }, 'http://own.example/books/7'])),
    ],
  },
  { name: 'testClient', steps: [look('/testing')(json().equals([200, { id: '7', cookie: null }]))] },
  { name: 'app.request', steps: [look('/request')(json().equals([{ id: '7', cookie: 'b=2' }, 201]))] },
  { name: 'proxy', steps: [look('/proxy/9', { 'X-User': 'u' })(json().equals({ id: '9', cookie: 'from=proxy' }))] },
  {
    name: 'proxy drops hop-by-hop headers',
    steps: [
      look('/proxy-headers', { TE: 'trailers', 'X-Own': '1' })(
        header('x-kept').equals('1'),
        header('set-cookie').equals(['a=1', 'b=2']),
        header('content-encoding').absent(),
      ),
    ],
  },
  {
    name: 'html escapes',
    steps: [
      look('/html')(
        body.contains('<p>&lt;script&gt;alert(&quot;ü&quot;)&lt;/script&gt; <b>bold</b> <i>1</i><i>2</i> later</p>'),
      ),
    ],
  },
  { name: 'a renderer', steps: [look('/render')(body.equals('<main>rendered</main>'))] },
  {
    name: 'the presets quick and tiny',
    steps: [look('/presets')(status(200), json('[0][0]').equals('7'), json('[1][0]').equals('7'))],
  },
  { name: 'routes can be listed', steps: [look('/routes')(json('[0]').equals(['GET /:id', 'POST /', 'POST /']))] },
  { name: 'variables of a request', steps: [look('/set')(json().equals(['set', 'set', true]))] },
])
