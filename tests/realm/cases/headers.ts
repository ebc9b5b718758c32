/**
 * Headers, and what constructors and clones do with them.
 * @module
 */

import type { Cases } from '../case.ts'

const url = 'http://localhost/a'
const pairs = (of: { readonly headers: Headers }) => [...of.headers]

/** The name of what a function throws. */
const thrown = (run: () => unknown): string => {
  try {
    run()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.name : String(error)
  }
}

export const headerCases: Cases = {
  'a Request keeps the headers that a browser forbids': () =>
    pairs(
      new Request(url, {
        headers: {
          cookie: 'a=1',
          host: 'x',
          origin: 'http://o',
          referer: 'http://r/',
          'user-agent': 'u',
          'accept-encoding': 'gzip',
          'access-control-request-method': 'PUT',
          'sec-fetch-site': 'same-origin',
        },
      }),
    ),
  'a Response keeps every Set-Cookie': () => {
    const response = new Response('x', { headers: [['set-cookie', 'a=1']] })
    response.headers.append('set-cookie', 'b=2')
    return [pairs(response), response.headers.getSetCookie()]
  },
  'headers set after construction are kept': () => {
    const request = new Request(url)
    request.headers.set('Cookie', 'a=1')
    return [request.headers.get('cookie'), pairs(request)]
  },
  'headers may be an iterator that can be read only once': () => [
    pairs(new Response('x', { headers: new Map([['a', '1']]).entries() as unknown as [string, string][] })),
    pairs(new Request(url, { headers: new Map([['cookie', '1']]).entries() as unknown as [string, string][] })),
  ],
  'headers of a message are the same object each time, of class Headers': () => {
    const response = new Response()
    const request = new Request(url)
    const first = [response.headers, request.headers]
    return [
      response.headers === first[0],
      request.headers === first[1],
      response.headers instanceof Headers,
      response.headers.constructor.name,
      Object.prototype.toString.call(request.headers),
    ]
  },
  'the getter of headers refuses strangers': () => {
    const { get } = Object.getOwnPropertyDescriptor(Response.prototype, 'headers') ?? {}
    return [thrown(() => get?.call({})), thrown(() => get?.call(1)), thrown(() => get?.call(new Request(url)))]
  },
  'a text body brings its content type, a given one stays': () => [
    pairs(new Response('x')),
    pairs(new Response('x', { headers: { 'content-type': 'text/html' } })),
    pairs(new Response('x', { headers: { a: '1' } })),
    pairs(new Response(new URLSearchParams('a=1'))),
    pairs(new Response(null, { headers: {} })),
    pairs(new Request(url, { method: 'POST', body: 'x', headers: { cookie: 'c' } })),
  ],
  'a content type that is set later is the type of the blob': async () => {
    const response = new Response('x')
    response.headers.set('Content-Type', 'image/png')
    const appended = new Response(new Uint8Array(1))
    appended.headers.append('content-type', 'image/gif')
    const deleted = new Response('x')
    deleted.headers.delete('content-type')
    return [(await response.blob()).type, (await appended.blob()).type, (await deleted.blob()).type]
  },
  'a content type that is set later makes a form': async () => {
    const request = new Request(url, { method: 'POST', body: 'a=1&b=%C3%BC' })
    request.headers.set('content-type', 'application/x-www-form-urlencoded')
    return [...(await request.formData())]
  },
  'bad names and values of headers are refused': () => [
    thrown(() => new Response('', { headers: { 'a b': '1' } })),
    thrown(() => new Response('', { headers: { a: 'é\u0100' } })),
    thrown(() => new Request(url, { headers: [['a']] as unknown as [string, string][] })),
    thrown(() => new Response('', { headers: 5 as unknown as HeadersInit })),
    thrown(() => new Response('', 5 as unknown as ResponseInit)),
    thrown(() => new Request(url, 'x' as unknown as RequestInit)),
  ],
  'Response.json keeps cookies and a given content type': async () => {
    const response = Response.json({ a: 1 }, { status: 201, headers: [['set-cookie', 'a=1']] })
    const typed = Response.json([], { headers: { 'content-type': 'application/problem+json' } })
    return [
      response.status,
      pairs(response),
      await response.json(),
      pairs(typed),
      response instanceof Response,
      pairs(Response.json(null)),
    ]
  },
  'Response.json refuses what JSON cannot hold, and a status without a body': () => [
    thrown(() => Response.json(undefined)),
    thrown(() => Response.json(() => 1)),
    thrown(() => Response.json({}, { status: 204 })),
    thrown(() => Response.json({}, { status: 304 })),
    thrown(() => Response.json({ a: 1n })),
  ],
  'Response.redirect and Response.error are immutable': () => [
    pairs(Response.redirect('http://a/b', 303)),
    Response.redirect('http://a/b').status,
    thrown(() => Response.redirect('http://a/b').headers.set('a', '1')),
    thrown(() => Response.redirect('http://a/b').clone().headers.set('a', '1')),
    Response.error().status,
    Response.error().type,
    thrown(() => Response.error().headers.set('a', '1')),
    thrown(() => Response.redirect('http://a/b', 200)),
  ],
  'a Response over a redirect takes headers again': () => {
    const redirect = Response.redirect('http://a/b')
    const response = new Response(redirect.body, redirect)
    response.headers.append('set-cookie', 'a=1')
    return [response.status, pairs(response)]
  },
  'what the classes make is of the classes': () => {
    class Mine extends Response {
      override get ok() {
        return false
      }
    }
    return [
      new Response() instanceof Response,
      Response.error() instanceof Response,
      Response.json(1) instanceof Response,
      new Response().clone() instanceof Response,
      new Response().constructor === Response,
      new Request(url).constructor === Request,
      new Mine() instanceof Response,
      new Mine().ok,
      new Mine('x', { headers: { 'set-cookie': 'a' } }).headers.get('set-cookie'),
      [Response.name, Response.length, Request.name, Request.length, Response.json.name, Response.json.length],
      Object.keys(globalThis).includes('Response'),
      Object.prototype.toString.call(new Response()),
    ]
  },
  'the classes cannot be called without new': () => [
    thrown(() => Reflect.apply(Response as unknown as () => void, undefined, [])),
    thrown(() => Reflect.apply(Request as unknown as () => void, undefined, [url])),
  ],
  'clone copies headers, and the copies are independent': async () => {
    const response = new Response('x', { status: 201, headers: { 'set-cookie': 'a=1' } })
    const clone = response.clone()
    clone.headers.set('x-clone', '1')
    response.headers.set('x-first', '1')
    const request = new Request(url, { headers: { cookie: 'c=1' } })
    return [
      pairs(response),
      pairs(clone),
      clone.status,
      await clone.text(),
      await response.text(),
      pairs(request.clone()),
    ]
  },
  'clone of a used body is refused': async () => {
    const response = new Response('x')
    await response.text()
    return thrown(() => response.clone())
  },
  'new Request(request) keeps headers, whatever else is given': () => {
    const request = () => new Request(url, { headers: { cookie: 'a=1', 'x-a': '1' } })
    return [
      pairs(new Request(request())),
      pairs(new Request(request(), undefined)),
      pairs(new Request(request(), null as unknown as RequestInit)),
      pairs(new Request(request(), {})),
      pairs(new Request(request(), { method: 'DELETE' })),
      pairs(new Request(request(), { headers: { origin: 'http://o' } })),
      pairs(new Request(request(), { headers: {} })),
      new Request(request(), { method: 'DELETE' }).method,
    ]
  },
  'a Request is a good init for another': async () => {
    const first = new Request(url, { method: 'PUT', body: 'text', headers: { cookie: 'a=1', 'content-type': 'a/b' } })
    const second = new Request('http://localhost/b', first)
    return [second.url, second.method, pairs(second), await second.text()]
  },
  'a Response is a good init for another': () => {
    const first = new Response('x', { status: 418, statusText: 'Tea', headers: { 'set-cookie': 'a=1' } })
    const second = new Response('y', first)
    return [second.status, second.statusText, pairs(second)]
  },
  'an init with getters of a class is read': () => {
    class Init {
      get method() {
        return 'POST'
      }
      get headers() {
        return { cookie: 'a=1' }
      }
      get body() {
        return 'x'
      }
    }
    const request = new Request(url, new Init())
    return [request.method, pairs(request)]
  },
  'a referrer of another origin is kept': () => [
    new Request(url, { referrer: 'http://elsewhere/page' }).referrer,
    new Request(new Request(url, { referrer: 'http://elsewhere/page' }), { method: 'POST' }).referrer,
    new Request(url, { referrer: 'http://elsewhere/page' }).clone().referrer,
    new Request(url).referrer,
    new Request(url, { referrer: '' }).referrer,
    thrown(() => new Request(url, { referrer: 'http://' })),
  ],
  'a signal follows through clones and new Requests': () => {
    const controller = new AbortController()
    const request = new Request(url, { signal: controller.signal })
    const later = new Request(request, { method: 'POST' })
    controller.abort()
    return [request.signal.aborted, later.signal.aborted, request.clone().signal.aborted]
  },
  'what no message may have is refused': () => [
    thrown(() => new Request(url, { body: 'x' })),
    thrown(() => new Request(url, { method: 'TRACE' })),
    thrown(() => new Request('/relative')),
    thrown(() => new Request('http://u:p@host/')),
    thrown(() => new Response('', { status: 204 })),
    thrown(() => new Response('', { status: 101 })),
    thrown(() => new Response('', { status: 600 })),
    thrown(() => new Response('x', { statusText: 'a\nb' })),
    new Request(url, { method: 'patch' }).method,
    new Request(url, { method: 'post' }).method,
    new Request(url, { method: 'QUERY', body: 'x' }).method,
  ],
}
