import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { bodyLimit } from 'hono/body-limit'
import { cache } from 'hono/cache'
import { every, except, some } from 'hono/combine'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { ipRestriction } from 'hono/ip-restriction'
import { languageDetector } from 'hono/language'
import { logger } from 'hono/logger'
import { poweredBy } from 'hono/powered-by'
import { prettyJSON } from 'hono/pretty-json'
import { type RequestIdVariables, requestId } from 'hono/request-id'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { timeout } from 'hono/timeout'
import { endTime, setMetric, startTime, timing } from 'hono/timing'

const app = new Hono<{ Variables: RequestIdVariables }>()
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

app.use('/limit/*', bodyLimit({ maxSize: 10 }))
app.use('/limit-own/*', bodyLimit({ maxSize: 10, onError: c => c.json({ error: 'too big' }, 413) }))
app.post('/:limit/body', async c => c.text(await c.req.text()))

app.use('/timeout/*', timeout(30))
app.use(
  '/timeout-own/*',
  timeout(30, () => new HTTPException(408, { message: 'too slow' })),
)
app.get('/:kind/slow', async c => {
  await pause(Number(c.req.query('ms')))
  return c.text('in time')
})

app.use('/cache/*', cache({ cacheName: 'own', cacheControl: 'max-age=60', vary: 'Accept' }))
app.get('/cache/item', c => c.text(String(Math.floor(0.5))))

app.use('/timing/*', timing({ totalDescription: 'All of it' }))
app.get('/timing/item', async c => {
  setMetric(c, 'region', 'europe')
  setMetric(c, 'custom', 23.8, 'Own metric')
  startTime(c, 'db')
  await pause(1)
  endTime(c, 'db')
  return c.text('timed')
})

app.use('/id/*', requestId())
app.use('/id-own/*', requestId({ headerName: 'x-trace', generator: c => `trace-${c.req.path.length}`, limitLength: 8 }))
app.get('/:id/number', c => c.text(c.get('requestId')))

app.use('/language/*', languageDetector({ supportedLanguages: ['en', 'de', 'pt-BR'], fallbackLanguage: 'en' }))
app.use(
  '/path/*',
  languageDetector({
    supportedLanguages: ['en', 'de'],
    fallbackLanguage: 'en',
    order: ['path'],
    lookupFromPathIndex: 1,
    caches: false,
  }),
)
app.get('/language/hello', c => c.text(String(c.get('language' as never))))
app.get('/path/:language', c => c.text(String(c.get('language' as never))))

const address = (c: Context) => c.req.header('x-address') ?? ''
app.use('/ip/*', ipRestriction(address, { allowList: ['10.0.0.0/8'], denyList: ['10.0.0.13'] }))
app.get('/ip/page', c => c.text('inside'))

app.use('/pretty/*', prettyJSON())
app.use('/pretty-own/*', prettyJSON({ query: 'nice', space: 4 }))
app.get('/:pretty/json', c => c.json({ a: [1, { b: 'ü' }] }))

app.use('/powered/*', poweredBy())
app.use('/powered-own/*', poweredBy({ serverName: 'Own' }))
app.get('/:powered/by', c => c.text('ok'))

app.use('/secure/*', secureHeaders())
app.use(
  '/secure-own/*',
  secureHeaders({
    xFrameOptions: 'DENY',
    strictTransportSecurity: false,
    contentSecurityPolicy: { defaultSrc: ["'self'"], imgSrc: ['*'] },
    permissionsPolicy: { camera: [], geolocation: ['self'] },
  }),
)
app.use('/secure-nonce/*', secureHeaders({ contentSecurityPolicy: { scriptSrc: [NONCE] } }))
app.get('/:secure/headers', c => c.text('ok'))

app.use('/log/*', logger())
app.use(
  '/log-own/*',
  logger((text, ...rest) => console.warn('own:', text, ...rest)),
)
app.on(['GET', 'POST'], '/:log/line', c => c.text('logged', c.req.query('status') === '404' ? 404 : 200))

const token = (value: string) =>
  createMiddleware(async (c, next) => {
    if (c.req.header('x-token') !== value) throw new HTTPException(401, { message: `not ${value}` })
    await next()
  })
app.use('/some/*', some(token('one'), token('two')))
app.use(
  '/every/*',
  every(token('one'), async (c, next) => {
    await next()
    c.header('x-every', '1')
  }),
)
app.use('/except/*', except('/except/open/*', token('one')))
app.get('/:combined/page', c => c.text('combined'))
app.get('/except/open/page', c => c.text('open'))

app.get('/accepts', c =>
  c.json([
    accepts(c, { header: 'Accept', supports: ['application/json', 'text/html'], default: 'text/plain' }),
    accepts(c, { header: 'Accept-Language', supports: ['en', 'de'], default: 'en' }),
    accepts(c, { header: 'Accept-Encoding', supports: ['gzip', 'br'], default: 'identity' }),
  ]),
)

export default app
