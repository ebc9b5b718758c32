import { Hono } from 'hono'

const app = new Hono()
const bytes = (text: string) => new TextEncoder().encode(text)
const nameOf = (run: () => unknown): string => {
  try {
    run()
    return 'nothing'
  } catch (error) {
    return error instanceof Error ? error.name : 'thrown'
  }
}

app.get('/url', c => {
  const url = new URL('../b/./c?x=1&y=ü#h', 'https://user:pw@Example.COM:443/a/d/')
  url.searchParams.append('z', 'a b')
  url.port = '8443'
  return c.json([
    url.href,
    url.origin,
    url.host,
    url.hash,
    URL.canParse('x'),
    nameOf(() => new URL('x')),
    new URL('http://bücher.example').hostname,
  ])
})
app.get('/params', c => {
  const params = new URLSearchParams([
    ['b', '2'],
    ['a', '1'],
    ['b', '3'],
  ])
  params.sort()
  return c.json([
    params.toString(),
    params.getAll('b'),
    params.has('b', '2'),
    params.size,
    [...new URLSearchParams('?a=%C3%BC&b=1+2')],
  ])
})
app.get('/clone', c => {
  const value = {
    date: new Date(0),
    map: new Map([[1, { a: 1 }]]),
    set: new Set(['x']),
    bytes: new Uint8Array([1]),
    error: new RangeError('e'),
  }
  const copy = structuredClone(value)
  return c.json([
    copy.date.toISOString(),
    copy.map.get(1),
    [...copy.set],
    copy.bytes.length,
    copy.error.name,
    copy.map !== value.map,
    nameOf(() => structuredClone(() => 1)),
  ])
})
app.get('/text', c => {
  const latin = new TextDecoder('latin1').decode(new Uint8Array([0x4a, 0xf6]))
  const wide = new TextDecoder('utf-16le').decode(new Uint8Array([0x4a, 0, 0xf6, 0]))
  const marked = new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))
  return c.json([
    latin,
    wide,
    marked.length,
    new TextDecoder().encoding,
    nameOf(() => new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([0xff]))),
    nameOf(() => new TextDecoder('no-such')),
    bytes('ü✓').length,
    new TextEncoder().encodeInto('abc', new Uint8Array(2)),
  ])
})
app.get('/blobs', async c => {
  const blob = new Blob(['héllo', new Uint8Array([33])], { type: 'Text/X' })
  const file = new File([blob], 'a.txt', { lastModified: 5 })
  return c.json([
    blob.size,
    blob.type,
    await blob.slice(0, 3).text(),
    file.name,
    file.lastModified,
    file.type,
    (await file.arrayBuffer()).byteLength,
    file instanceof Blob,
  ])
})
app.get('/forms', c => {
  const form = new FormData()
  form.append('a', '1')
  form.append('a', '2')
  form.set('b', new Blob(['x']), 'b.txt')
  form.delete('none')
  const file = form.get('b')
  return c.json([form.getAll('a'), [...form.keys()], file instanceof File ? [file.name, file.size] : null])
})
app.get('/abort', async c => {
  const controller = new AbortController()
  const seen: string[] = []
  controller.signal.addEventListener('abort', () => seen.push('heard'), { once: true })
  controller.abort(new RangeError('own reason'))
  const any = AbortSignal.any([controller.signal])
  const late = AbortSignal.timeout(2)
  await new Promise(resolve => late.addEventListener('abort', resolve))
  return c.json([
    seen,
    controller.signal.reason.name,
    any.aborted,
    late.reason.name,
    nameOf(() => AbortSignal.abort().throwIfAborted()),
  ])
})
app.get('/order', async c => {
  const order: string[] = []
  const note = (name: string) => () => order.push(name)
  setTimeout(note('timeout'), 0)
  queueMicrotask(note('microtask'))
  Promise.resolve().then(note('promise'))
  note('now')()
  await new Promise(resolve => setTimeout(resolve, 10))
  return c.json(order)
})
app.get('/order/immediate', async c => {
  const order: string[] = []
  const note = (name: string) => () => order.push(name)
  setTimeout(note('timeout'), 0)
  await new Promise<void>(resolve => {
    setTimeout(() => {
      setTimeout(note('second timeout'), 0)
      setImmediate(note('immediate'))
      process.nextTick(note('tick'))
      queueMicrotask(note('microtask'))
      setTimeout(resolve, 5)
    }, 5)
  })
  return c.json(order)
})
app.get('/timers', async c => {
  const seen: unknown[] = []
  await new Promise<void>(resolve => {
    setTimeout((a: number, b: string) => seen.push(a, b), 1, 1, 'two')
    clearTimeout(setTimeout(() => seen.push('never'), 1))
    clearTimeout(undefined)
    let ticks = 0
    const interval = setInterval(() => {
      ticks += 1
      if (ticks < 3) return
      clearInterval(interval)
      seen.push(ticks)
      resolve()
    }, 2)
  })
  return c.json(seen)
})
app.get('/events', c => {
  const target = new EventTarget()
  const seen: string[] = []
  target.addEventListener('own', event => seen.push(event.type))
  target.addEventListener('own', { handleEvent: () => seen.push('object') })
  const event = new Event('own', { cancelable: true })
  target.addEventListener('own', one => one.preventDefault())
  return c.json([
    target.dispatchEvent(event),
    seen,
    event.defaultPrevented,
    new CustomEvent('x', { detail: 7 }).detail,
    new DOMException('m', 'DataError').name,
  ])
})
app.get('/base64', c =>
  c.json([btoa('Aa\u00ff'), atob('QWH/').length, nameOf(() => btoa('✓')), nameOf(() => atob('*'))]),
)
app.get('/international', c =>
  c.json([
    new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(1234.5),
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(0)),
    ['z', 'ä', 'a'].sort(new Intl.Collator('de').compare),
    new Intl.PluralRules('en', { type: 'ordinal' }).select(2),
    (1234.5).toLocaleString('en-US'),
    'straße'.toUpperCase().normalize('NFD').length,
  ]),
)
app.get('/zone', c => c.json([new Date(2026, 0, 15, 12).getTimezoneOffset(), String(new Date(0)).slice(0, 24)]))
app.get('/language', c => {
  const grouped = [1, 2, 3].findLast(value => value < 3)
  return c.json([
    grouped,
    [3, 1, 2].toSorted(),
    [1, 2, 3].at(-1),
    'a-b'.replaceAll('-', '+'),
    Object.hasOwn({ a: 1 }, 'a'),
    [1, [2, [3]]].flat(2),
    Array.from(new Set([1, 2])),
  ])
})
app.get('/classes', c => {
  const request = new Request('http://a.example/', { method: 'PUT', headers: { cookie: 'a=1' }, body: 'x' })
  return c.json([
    request.headers.get('cookie'),
    request instanceof Request,
    request.clone().headers.get('cookie'),
    [
      ...new Headers([
        ['b', '1'],
        ['a', '2'],
        ['B', '3'],
      ]),
    ],
    nameOf(() => new Request('/relative')),
    nameOf(() => new Request('http://a.example/', { body: 'x' })),
    nameOf(() => new Headers([['bad name', 'x']])),
    new Headers({ 'Set-Cookie': 'a=1' }).getSetCookie(),
    Object.prototype.toString.call(request),
  ])
})
app.get('/performance', c => {
  const began = performance.now()
  performance.mark('own')
  return c.json([
    performance.now() >= began,
    performance.timeOrigin > 1_600_000_000_000,
    Number.isFinite(process.uptime()),
  ])
})
app.get('/wasm', async c => {
  const module = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 7, 1, 96, 2, 127, 127, 1, 127, 3, 2, 1, 0, 7, 7, 1, 3, 97, 100, 100, 0, 0, 10, 9, 1,
    7, 0, 32, 0, 32, 1, 106, 11,
  ])
  const { instance } = await WebAssembly.instantiate(module)
  return c.json((instance.exports.add as (a: number, b: number) => number)(2, 3))
})
app.get('/absent', c => {
  const scope = globalThis as unknown as Record<string, unknown>
  const names = [
    'window',
    'document',
    'self',
    'postMessage',
    'importScripts',
    'XMLHttpRequest',
    'localStorage',
    'indexedDB',
    'caches',
    'Worker',
    'close',
    'name',
    'onmessage',
    'location',
    'WorkerGlobalScope',
    'origin',
    'isSecureContext',
  ]
  return c.json(names.filter(name => scope[name] !== undefined))
})

export default app
