import { describe, expect, it } from 'vitest'
import type { HeaderList, HttpRequest } from '../http/http.ts'
import { CookieJar } from './cookie-jar.ts'

const get = (path: string, headers: HeaderList = []): HttpRequest => ({ method: 'GET', path, headers })

/** A jar whose clock stands still until it is moved. */
const jarWithClock = () => {
  const clock = { now: Date.UTC(2030, 0, 1) }
  const jar = new CookieJar(() => clock.now)
  const set = (cookies: readonly string[], request = get('/')) =>
    jar.take({
      request,
      response: {
        status: 200,
        headers: cookies.map(cookie => ['set-cookie', cookie] as const),
        body: { text: '' },
        chunks: [],
        complete: true,
      },
      failure: null,
      log: [],
      ms: 1,
    })
  /** The Cookie headers of a request with the jar's cookies. */
  const sent = (path: string, headers: HeaderList = []) =>
    jar
      .addTo(get(path, headers))
      .headers.filter(([name]) => name === 'cookie')
      .map(([, value]) => value)
  return { clock, jar, set, sent }
}

describe('what is sent', () => {
  it('is nothing, and the request itself, when there is no cookie', () => {
    const { jar } = jarWithClock()
    const request = get('/')
    expect(jar.addTo(request)).toBe(request)
  })

  it('is one Cookie header, after the cookies that the request brings itself', () => {
    const { set, sent } = jarWithClock()
    set(['a=1', 'b=2'])
    expect(sent('/')).toEqual(['a=1; b=2'])
    expect(sent('/', [['Cookie', 'own=0']])).toEqual(['own=0; a=1; b=2'])
  })

  it('leaves the other headers as they are', () => {
    const { jar, set } = jarWithClock()
    set(['a=1'])
    expect(jar.addTo(get('/', [['Accept', 'x']])).headers).toEqual([
      ['Accept', 'x'],
      ['cookie', 'a=1'],
    ])
  })

  it('has longer paths first, and of equal ones what was set first', () => {
    const { set, sent } = jarWithClock()
    set(['short=1; Path=/', 'long=2; Path=/a/b', 'first=3; Path=/a', 'second=4; Path=/a'])
    expect(sent('/a/b/c')).toEqual(['long=2; first=3; second=4; short=1'])
  })

  it('has cookies marked Secure and HttpOnly', () => {
    const { set, sent } = jarWithClock()
    set(['a=1; Secure', 'b=2; HttpOnly; SameSite=Strict'])
    expect(sent('/')).toEqual(['a=1; b=2'])
  })
})

describe('a cookie that is set again', () => {
  it('has its new value in its old place', () => {
    const { set, sent } = jarWithClock()
    set(['a=1', 'b=2'])
    set(['a=3'])
    expect(sent('/')).toEqual(['a=3; b=2'])
  })

  it('is another one when its path is another', () => {
    const { set, sent } = jarWithClock()
    set(['a=1; Path=/', 'a=2; Path=/x'])
    expect(sent('/x')).toEqual(['a=2; a=1'])
    expect(sent('/')).toEqual(['a=1'])
  })

  it('is another one when it is for other hosts', () => {
    const { set, sent } = jarWithClock()
    const request = get('/', [['host', 'shop.example']])
    set(['a=1; Domain=shop.example'], request)
    set(['a=2'], get('/', [['host', 'www.shop.example']]))
    expect(sent('/', [['host', 'www.shop.example']])).toEqual(['a=1; a=2'])
    expect(sent('/', [['host', 'shop.example']])).toEqual(['a=1'])
  })
})

describe('paths', () => {
  it.each([
    ['/a', '/a', true],
    ['/a', '/a/', true],
    ['/a', '/a/b', true],
    ['/a/', '/a/b', true],
    ['/a/', '/a', false],
    ['/a', '/ab', false],
    ['/a', '/', false],
    ['/', '/anything', true],
    ['/a', '/a?b=/c', true],
    ['/A', '/a', false],
  ])('a cookie of %s is sent to %s: %s', (cookiePath, path, expected) => {
    const { set, sent } = jarWithClock()
    set([`a=1; Path=${cookiePath}`])
    expect(sent(path)).toEqual(expected ? ['a=1'] : [])
  })

  it.each([
    ['/', '/'],
    ['/login', '/'],
    ['/users/login', '/users'],
    ['/users/1/', '/users/1'],
    ['/users/login?next=/a/b', '/users'],
    ['*', '/'],
  ])('a cookie without a path set at %s belongs to %s', (path, folder) => {
    const { set, sent } = jarWithClock()
    set(['a=1'], get(path))
    expect(sent(folder)).toEqual(['a=1'])
    expect(sent(`${folder}/below`.replace('//', '/'))).toEqual(['a=1'])
    if (folder !== '/') expect(sent('/')).toEqual([])
  })

  it('a path without a slash before it asks for the default path', () => {
    const { set, sent } = jarWithClock()
    set(['a=1; Path=users'], get('/users/login'))
    expect(sent('/users')).toEqual(['a=1'])
    expect(sent('/')).toEqual([])
  })
})

describe('hosts', () => {
  const at = (host: string): HeaderList => [['host', host]]

  it('a cookie without a domain goes back to its very host, whatever the port', () => {
    const { set, sent } = jarWithClock()
    set(['a=1'], get('/', at('shop.example:3000')))
    expect(sent('/', at('SHOP.example:4000'))).toEqual(['a=1'])
    expect(sent('/', at('www.shop.example'))).toEqual([])
    expect(sent('/')).toEqual([])
  })

  it('a cookie with a domain goes to the hosts below it as well', () => {
    const { set, sent } = jarWithClock()
    set(['a=1; Domain=.shop.example'], get('/', at('www.shop.example')))
    expect(sent('/', at('shop.example'))).toEqual(['a=1'])
    expect(sent('/', at('api.shop.example'))).toEqual(['a=1'])
    expect(sent('/', at('myshop.example'))).toEqual([])
  })

  it('a cookie for a domain that its host is not below is not kept', () => {
    const { set, sent } = jarWithClock()
    set(['a=1; Domain=other.example', 'b=1; Domain=www.shop.example'], get('/', at('shop.example')))
    expect(sent('/', at('shop.example'))).toEqual([])
    expect(sent('/', at('other.example'))).toEqual([])
  })

  it('an address has nothing below it', () => {
    const { set, sent } = jarWithClock()
    set(['a=1; Domain=0.0.1'], get('/', at('127.0.0.1')))
    set(['b=1; Domain=127.0.0.1'], get('/', at('127.0.0.1')))
    expect(sent('/', at('127.0.0.1'))).toEqual(['b=1'])
  })

  it('a request without a host is one to localhost', () => {
    const { set, sent } = jarWithClock()
    set(['a=1; Domain=localhost'])
    expect(sent('/', at('localhost:3000'))).toEqual(['a=1'])
  })
})

describe('expiry', () => {
  it('a cookie without a date stays', () => {
    const { clock, set, sent } = jarWithClock()
    set(['a=1'])
    clock.now += 1e12
    expect(sent('/')).toEqual(['a=1'])
  })

  it('Max-Age ends it to the second', () => {
    const { clock, set, sent } = jarWithClock()
    set(['a=1; Max-Age=10'])
    clock.now += 9_999
    expect(sent('/')).toEqual(['a=1'])
    clock.now += 1
    expect(sent('/')).toEqual([])
  })

  it('Expires ends it', () => {
    const { clock, set, sent } = jarWithClock()
    set(['a=1; Expires=Tue, 01 Jan 2030 00:00:10 GMT'])
    expect(sent('/')).toEqual(['a=1'])
    clock.now += 10_000
    expect(sent('/')).toEqual([])
  })

  it('Max-Age comes before Expires', () => {
    const { set, sent } = jarWithClock()
    set([
      'a=1; Max-Age=10; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
      'b=1; Max-Age=0; Expires=Fri, 01 Jan 2060 00:00:00 GMT',
    ])
    expect(sent('/')).toEqual(['a=1'])
  })

  it.each(['Max-Age=0', 'Max-Age=-1', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT'])('%s deletes it', attribute => {
    const { set, sent } = jarWithClock()
    set(['a=1; Path=/x', 'b=2; Path=/x'], get('/x/y'))
    set([`a=; Path=/x; ${attribute}`])
    expect(sent('/x')).toEqual(['b=2'])
  })

  it('deleting it at another path deletes nothing', () => {
    const { set, sent } = jarWithClock()
    set(['a=1; Path=/x'])
    set(['a=; Path=/; Max-Age=0'])
    expect(sent('/x')).toEqual(['a=1'])
  })

  it('a cookie that comes back after it was deleted is the newest', () => {
    const { set, sent } = jarWithClock()
    set(['a=1', 'b=2'])
    set(['a=; Max-Age=0', 'a=3'])
    expect(sent('/')).toEqual(['b=2; a=3'])
  })
})

it('a header that names no cookie sets nothing', () => {
  const { set, sent } = jarWithClock()
  set(['', 'a', '=b', '; Path=/'])
  expect(sent('/')).toEqual([])
})

it('a request without an answer sets nothing', () => {
  const { jar } = jarWithClock()
  jar.take({ request: get('/'), response: null, failure: null, log: [], ms: 1 })
  expect(jar.addTo(get('/')).headers).toEqual([])
})
