import { Hono } from 'hono'

type Bindings = { SESSION_SECRET: string }

/** What RFC 6265 calls a cookie-string: pairs, divided by semicolons. Of several with one name, the last counts. */
const cookiesOf = (request: Request) =>
  new Map(
    (request.headers.get('cookie') ?? '').split(';').map(pair => {
      const [name = '', ...rest] = pair.trim().split('=')
      return [name, rest.join('=')] as const
    }),
  )

const setCookie = (name: string, value: string, maxAge: number, ...more: string[]) =>
  [`${name}=${value}`, `Max-Age=${maxAge}`, 'Path=/', 'SameSite=Lax', ...more].join('; ')

const WEEK = 604800

const encoder = new TextEncoder()

const keyOf = (secret: string) =>
  crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])

const toHex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('')

/** The name comes first and is encoded, so that the only point is the one before the signature. */
const sign = async (name: string, secret: string) => {
  const text = encodeURIComponent(name).replaceAll('.', '%2E')
  return `${text}.${toHex(await crypto.subtle.sign('HMAC', await keyOf(secret), encoder.encode(text)))}`
}

const userOf = async (session: string | undefined, secret: string) => {
  const [, text = '', hex = ''] = session?.match(/^([^.]+)\.([0-9a-f]{64})$/) ?? []
  const signature = Uint8Array.from(hex.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
  const isGood = await crypto.subtle.verify('HMAC', await keyOf(secret), signature, encoder.encode(text))
  return isGood ? decodeURIComponent(text) : null
}

const app = new Hono<{ Bindings: Bindings }>()

app.get('/client', ({ req: { raw } }) => {
  const version = raw.headers.get('x-client-version')
  if (version === null) {
    const problem = { loc: ['header', 'x-client-version'], msg: 'Field required' }
    return Response.json({ detail: [problem] }, { status: 422 })
  }
  const id = raw.headers.get('x-request-id')
  const answer = {
    client_version: version,
    user_agent: raw.headers.get('user-agent'),
    features: (raw.headers.get('x-feature') ?? '').split(', ').filter(Boolean),
  }
  return Response.json(answer, { headers: id === null ? {} : { 'x-request-id': id } })
})

app.get('/page', c => {
  const cookies = cookiesOf(c.req.raw)
  const text = cookies.get('visits') ?? '0'
  const visits = text.trim() === '' ? Number.NaN : Number(text)
  if (!Number.isInteger(visits)) {
    return c.json({ detail: [{ loc: ['cookie', 'visits'], msg: 'Not a whole number' }] }, 422)
  }
  c.header('Set-Cookie', setCookie('visits', String(visits + 1), WEEK))
  return c.json({ theme: cookies.get('theme') ?? 'light', visits })
})

app.post('/login/:name', async c => {
  const user = c.req.param('name')
  c.header('Set-Cookie', setCookie('session', await sign(user, c.env.SESSION_SECRET), WEEK, 'HttpOnly'), {
    append: true,
  })
  c.header('Set-Cookie', setCookie('user', encodeURIComponent(user), WEEK), { append: true })
  return c.json({ user })
})

app.get('/me', async c => {
  const user = await userOf(cookiesOf(c.req.raw).get('session'), c.env.SESSION_SECRET)
  return user === null ? c.json({ detail: 'Not logged in' }, 401) : c.json({ user })
})

app.post('/logout', () => {
  const headers = new Headers()
  headers.append('set-cookie', setCookie('session', '', 0, 'HttpOnly'))
  headers.append('set-cookie', setCookie('user', '', 0))
  return new Response(null, { status: 204, headers })
})

export default app
