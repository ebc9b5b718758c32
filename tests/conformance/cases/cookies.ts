/**
 * Cookies: set, read, signed, deleted, and kept by a client.
 * @module
 */

import { body, header, json, status } from '../../../src/check/authoring.ts'
import { area } from '../case.ts'
import { as, give, is, look, saving } from '../words.ts'

const logIn = (name: string) => as(name, give('/login', { json: { name } })(status(204)))
const who = (actor: string, name: string | null) => as(actor, look('/me')(json('who').equals(name)))

export const cookies = area('cookies', 'Cookies', 'cookies', [
  {
    name: 'every attribute of a cookie is sent',
    smoke: true,
    steps: [
      look('/set')(
        header('set-cookie').equals(
          'session=abc; Max-Age=3600; Domain=shop.example; Path=/app; Expires=Tue, 02 Jan 2001 03:04:05 GMT; HttpOnly; Secure; SameSite=Lax; Priority=High; Partitioned',
        ),
      ),
    ],
  },
  { name: 'a cookie has Path=/ by itself', steps: [look('/plain')(header('set-cookie').equals('plain=yes; Path=/'))] },
  {
    name: 'each cookie has a header of its own',
    steps: [look('/two')(header('set-cookie').equals(['first=1; Path=/', 'second=2; Path=/', 'first=again; Path=/']))],
  },
  {
    name: 'values are encoded',
    steps: [look('/encoded')(header('set-cookie').contains('name=J%C3%B6rg%20%26%20s%C3%B6hne%3B%2050%25'))],
  },
  {
    name: 'prefixes bring their attributes',
    steps: [
      look('/prefixed')(
        header('set-cookie').equals(['__Secure-one=1; Path=/; Secure', '__Host-two=2; Path=/; Secure']),
      ),
    ],
  },
  {
    name: 'a deleted cookie is forgotten at once',
    steps: [
      look('/delete', { Cookie: 'session=abc' })(
        body.equals('abc'),
        header('set-cookie').equals('session=; Max-Age=0; Path=/app'),
      ),
    ],
  },
  { name: 'a cookie as text', steps: [look('/generate')(body.equals('a=b%20c; Path=/; SameSite=Strict'))] },
  { name: 'a cookie for more than 400 days is an error', steps: [look('/too-long')(status(500))] },
  {
    name: 'a redirect keeps its cookie',
    steps: [look('/redirect')(status(303), header('location').equals('/next'), header('set-cookie').exists())],
  },
  {
    name: "a thrown answer's cookie",
    steps: [look('/thrown')(status(403), header('set-cookie').equals(['tried=1; Path=/', 'own=1']))],
  },
  {
    name: 'cookies set on a plain Response',
    steps: [look('/response')(header('set-cookie').equals(['a=1', 'b=2']))],
  },
  {
    name: 'Set-Cookie can be read back by the app',
    steps: [
      look('/read-back')(
        json('[0]').equals(['a=1; Path=/', 'b=2; Path=/']),
        json('[1]').equals('a=1; Path=/, b=2; Path=/'),
      ),
    ],
  },
  {
    name: 'cookies are read and decoded',
    smoke: true,
    steps: [
      look('/get', { Cookie: 'a=1; b=J%C3%B6rg; c="quoted"; d=x=y; e=; bad name=1' })(
        json('[0]').includes({ a: '1', b: 'Jörg', d: 'x=y' }),
        json('[1]').equals('1'),
      ),
    ],
  },
  { name: 'a client without cookies has none', steps: [look('/get')(json().equals([{}, null]))] },
  { name: 'of a cookie sent twice', steps: [look('/get', { Cookie: 'a=1; a=2' })(status(200))] },
  {
    name: 'prefixed cookies are read by their prefix',
    steps: [look('/get-secure', { Cookie: '__Secure-one=1; __Host-two=2; one=x' })(json().equals(['1', '2']))],
  },
  {
    name: 'a signed cookie is read by who knows the secret',
    smoke: true,
    steps: [
      as('ann', look('/sign')(header('set-cookie').matches('^user=ann\\.[A-Za-z0-9%]+; Path=/; HttpOnly$'))),
      as('ann', look('/signed')(json('[0]').equals('ann'), json('[1].user').equals('ann'))),
      as('ann', look('/signed/other')(json().equals([false]))),
    ],
  },
  {
    name: 'a signed cookie that was changed is refused',
    steps: [
      saving(look('/sign')(), { user: { kind: 'cookie', name: 'user' } }),
      look('/signed', { Cookie: 'user=bob.{{user}}' })(json('[0]').equals(false)),
      look('/signed', { Cookie: 'user=ann' })(status(200)),
    ],
  },
  {
    name: 'each client keeps its own cookies',
    steps: [
      logIn('ann'),
      logIn('bob'),
      who('ann', 'ann'),
      who('bob', 'bob'),
      as(
        'ann',
        give('/logout', { text: '' })(
          status(204),
          is({ kind: 'cookie', name: 'who', attribute: 'deleted' }).equal(true),
        ),
      ),
      who('ann', null),
      who('bob', 'bob'),
    ],
  },
])
