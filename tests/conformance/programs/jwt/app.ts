import { type Context, Hono } from 'hono'
import { jwk } from 'hono/jwk'
import { decode, type JwtVariables, jwt, sign, verify, verifyWithJwks } from 'hono/jwt'
import type { SignatureAlgorithm } from 'hono/utils/jwt/jwa'
import { keys } from './keys'

const secret = 'secret of the app'

/** The key pair of an algorithm, or the secret. */
const pairOf = (alg: string) => {
  if (alg.startsWith('HS')) return { private: secret, public: secret }
  const { private: own, public: shared } =
    alg === 'EdDSA'
      ? keys.Ed25519
      : alg === 'ES256'
        ? keys.ES256
        : alg === 'ES384'
          ? keys.ES384
          : alg === 'ES512'
            ? keys.ES512
            : keys.RSA
  return { private: { ...own, alg }, public: { ...shared, alg } }
}
const algOf = (c: Context) => c.req.param('alg') as SignatureAlgorithm

const app = new Hono<{ Variables: JwtVariables }>()

app.get('/sign/:alg', async c => c.text(await sign({ sub: 'bob', n: 1 }, pairOf(algOf(c)).private, algOf(c))))
app.use('/with/:alg/*', async (c, next) => jwt({ secret: pairOf(algOf(c)).public, alg: algOf(c) })(c, next))
app.get('/with/:alg/me', c => c.json(c.get('jwtPayload')))

app.get('/round/:alg', async c => {
  const pair = pairOf(algOf(c))
  const token = await sign({ sub: 'ann' }, pair.private, algOf(c))
  const { header, payload } = decode(token)
  return c.json([
    header,
    payload,
    await verify(token, pair.public, algOf(c)),
    token.split('.').map(part => part.length),
  ])
})
app.get('/changed/:alg', async c => {
  const pair = pairOf(algOf(c))
  const [head, , signature] = (await sign({ sub: 'ann' }, pair.private, algOf(c))).split('.')
  const payload = btoa(JSON.stringify({ sub: 'root' })).replace(/=+$/, '')
  try {
    return c.json(await verify(`${head}.${payload}.${signature}`, pair.public, algOf(c)))
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.name : 'thrown' }, 401)
  }
})

app.use('/cookie/*', jwt({ secret, alg: 'HS256', cookie: 'token' }))
app.use('/header/*', jwt({ secret, alg: 'HS256', headerName: 'x-token' }))
app.use('/issued/*', jwt({ secret, alg: 'HS256', verification: { iss: 'rendition' } }))
app.use(
  '/jwk/*',
  jwk({
    keys: [
      { ...keys.RSA.public, kid: 'one', alg: 'RS256' },
      { ...keys.ES256.public, kid: 'two', alg: 'ES256' },
    ],
    alg: ['RS256', 'ES256'],
  }),
)
app.use('/anonymous/*', jwk({ keys: [{ ...keys.RSA.public, kid: 'one' }], alg: ['RS256'], allow_anon: true }))
app.get('/:kind/me', c => c.json(c.get('jwtPayload')))
app.get('/claims', async c => {
  const claims: Record<string, Record<string, unknown>> = {
    expired: { exp: 1_000_000_000 },
    early: { nbf: 4_000_000_000 },
    future: { iat: 4_000_000_000 },
    good: { exp: 4_000_000_000, nbf: 1, iat: 1 },
  }
  return c.text(await sign({ sub: 'ann', ...claims[c.req.query('kind') ?? ''] }, secret))
})
app.get('/token', async c => c.text(await sign(c.req.query(), secret)))

app.get('/kid/:kid', async c => {
  const key =
    c.req.param('kid') === 'two' ? { ...keys.ES256.private, alg: 'ES256' } : { ...keys.RSA.private, alg: 'RS256' }
  return c.text(await sign({ sub: 'ann' }, { ...key, kid: c.req.param('kid') }, key.alg as 'RS256'))
})
app.get('/jwks', async c => {
  const token = await sign({ sub: 'ann' }, { ...keys.RSA.private, alg: 'RS256', kid: 'one' }, 'RS256')
  const payload = await verifyWithJwks(token, {
    keys: [{ ...keys.RSA.public, kid: 'one', alg: 'RS256' }],
    allowedAlgorithms: ['RS256'],
  })
  return c.json(payload)
})

export default app
