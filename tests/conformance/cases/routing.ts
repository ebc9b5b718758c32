/**
 * Paths, parameters, queries and apps made of apps.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { ask, give, is, look } from '../words.ts'

const params = (path: string, value: Record<string, string>) => look(path)(status(200), json('params').equals(value))
const query = (text: string, first: string | null, all: string[] | null) =>
  look(`/query${text}`)(json('[2]').equals(first), json('[3]').equals(all))
const on = (host: string) => ({ Host: `${host}.example` })

export const routing = area('routing', 'Routing', 'routing', [
  {
    name: 'parameters',
    smoke: true,
    steps: [params('/items/7', { id: '7' }), params('/items/7/parts', { id: '7', part: 'parts' })],
  },
  {
    name: 'parameters by a pattern',
    steps: [params('/items/12/price', { id: '12' }), params('/items/x/price', { id: 'x', part: 'price' })],
  },
  {
    name: 'wildcards',
    steps: [look('/files/a/b/c.txt')(json('route').equals('/files/*')), look('/files/a.png')(status(200))],
  },
  {
    name: 'the first route that fits answers',
    steps: [
      look('/users/me')(body.equals('me')),
      look('/users/you')(body.equals('user you')),
      look('/first')(body.equals('first')),
      look('/first?go=1')(body.equals('second')),
    ],
  },
  {
    name: 'percent-encoded parameters are decoded',
    smoke: true,
    steps: [
      params('/items/J%C3%B6rg%20M', { id: 'Jörg M' }),
      params('/items/a%2Fb', { id: 'a/b' }),
      params('/items/50%25', { id: '50%' }),
      params('/items/a+b', { id: 'a+b' }),
    ],
  },
  {
    name: 'what is no percent-encoding stays',
    steps: [
      look('/items/50%')(json('params.id').equals('50%')),
      look('/items/%ff')(status(200)),
      look('/items/%C3%28')(status(200)),
      look('/items/%zz')(json('params.id').equals('%zz')),
    ],
  },
  {
    name: 'routes with spaces and letters beyond ASCII',
    steps: [look('/a%20b/x')(status(200)), look('/gr%C3%B6%C3%9Fe/x')(status(200))],
  },
  {
    name: 'characters that need no encoding',
    steps: [
      look("/dots/!$&'()*+,;=:@-._~")(json('params.name').equals("!$&'()*+,;=:@-._~")),
      look('/dots/[x]^|`{}"<>')(status(200)),
    ],
  },
  {
    name: 'dot segments are resolved',
    steps: [
      look('/items/../dots')(json('path').equals('/dots')),
      look('/./dots/./x')(json('path').equals('/dots/x')),
      look('/dots/%2e%2e/items/7')(status(200)),
      look('/dots/...')(json('params.name').equals('...')),
    ],
  },
  {
    name: 'slashes count',
    steps: [
      look('/slash/')(body.equals('with slash')),
      look('/slash')(status(404)),
      look('//dots/x')(status(404)),
      look('/dots//x')(status(404)),
      look('/DOTS/x')(status(404)),
    ],
  },
  { name: 'a backslash in a path', steps: [look('/dots\\x')()] },
  { name: 'the root', steps: [look('/')(status(404)), look('/?a=1')(status(404))] },
  { name: 'a long path', steps: [look(`/items/${'x'.repeat(4_000)}`)(status(200))] },
  {
    name: 'a query has values, none, and several',
    smoke: true,
    steps: [
      query('?a=1', '1', ['1']),
      query('', null, null),
      query('?a=1&a=2&b=3', '1', ['1', '2']),
      query('?a', '', ['']),
      query('?a=', '', ['']),
      query('?A=1', null, null),
    ],
  },
  {
    name: 'a query is decoded',
    steps: [
      query('?a=J%C3%B6rg+M', 'Jörg M', ['Jörg M']),
      query('?a=1%2B1', '1+1', ['1+1']),
      query('?%61=1', '1', ['1']),
      query('?a=%', '%', ['%']),
      query('?a=b=c', 'b=c', ['b=c']),
    ],
  },
  {
    name: 'letters beyond ASCII in a query',
    steps: [
      look('/query?a=%F0%9F%8E%89')(json('[2]').equals('🎉')),
      look("/query?a=it's")(status(200)),
      look('/query?a=<b>"')(status(200)),
    ],
  },
  {
    name: 'brackets in a query',
    steps: [look('/query?a[]=1&a[]=2&b[x]=3')(json('[1]').equals({ 'a[]': ['1', '2'], 'b[x]': ['3'] }))],
  },
  { name: 'middleware runs in order and back', steps: [look('/order/x')(header('x-order').equals('abBA'))] },
  {
    name: 'basePath and route',
    steps: [
      look('/api/version')(json('route').equals('/api/version')),
      look('/api/inner/7')(json('params').equals({ id: '7' })),
      look('/v2')(json('path').equals('/v2')),
      look('/v2/')(status(404)),
      look('/version')(status(404)),
    ],
  },
  {
    name: 'mount hands over the rest of the path',
    steps: [
      look('/mounted/x/y', { Cookie: 'a=1' })(json().equals(['GET', '/x/y', 'a=1'])),
      look('/mounted')(json('[1]').equals('/')),
      look('/mounted-app/deep/1')(json('path').equals('/deep/1')),
      look('/kept/x')(json('[1]').equals('/kept/x')),
    ],
  },
  {
    name: 'a trailing slash is trimmed',
    steps: [
      look('/about/?a=1', on('trim'))(status(301), header('location').equals('http://trim.example/about?a=1')),
      look('/about', on('trim'))(body.equals('about')),
      look('/none/', on('trim'))(status(301)),
    ],
  },
  {
    name: 'a trailing slash is appended',
    steps: [
      look('/about?a=1', on('append'))(status(301), header('location').equals('http://append.example/about/?a=1')),
      look('/about/', on('append'))(body.equals('about')),
    ],
  },
  {
    name: 'method override by form, header and query',
    steps: [
      give('/posts', { form: [['_method', 'DELETE']] }, on('override'))(body.equals('deleted')),
      give('/posts', { form: [['a', '1']] }, on('override'))(body.equals('posted')),
      give(
        '/posts',
        { multipart: [{ name: '_method', content: { text: 'delete' } }] },
        on('override'),
      )(body.equals('deleted')),
      give('/by-header', { text: 'x' }, { ...on('override'), 'X-Method': 'PUT' })(body.equals('put x')),
      give('/by-query?_method=PATCH', { text: '' }, on('override'))(body.equals('patched without query')),
    ],
  },
  {
    name: 'a method that is not allowed',
    steps: [
      ask(
        'DELETE',
        '/thing',
        on('guard'),
      )(
        status(405),
        is({ kind: 'header-items', name: 'allow' }).be({ kind: 'some', predicate: { kind: 'equals', value: 'post' } }),
      ),
      look('/thing', on('guard'))(status(200)),
      ask('DELETE', '/none', on('guard'))(status(404)),
    ],
  },
])
