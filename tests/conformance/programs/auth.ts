import { Hono } from 'hono'
import { basicAuth } from 'hono/basic-auth'
import { bearerAuth } from 'hono/bearer-auth'

const app = new Hono()
app.use('/basic/*', basicAuth({ username: 'jörg', password: 'pass:wörd', realm: 'the "shop"' }))
app.use('/basic-two/*', basicAuth({ username: 'a', password: '1' }, { username: 'b', password: '2' }))
app.use(
  '/basic-own/*',
  basicAuth({
    verifyUser: (name, password, c) => name === password && c.req.path !== '/',
    invalidUserMessage: { error: 'who?' },
  }),
)
app.use('/bearer/*', bearerAuth({ token: ['one', 'two'], realm: 'api' }))
app.use(
  '/bearer-own/*',
  bearerAuth({ verifyToken: async token => token.startsWith('ok-'), invalidTokenMessage: { error: 'no' } }),
)
app.use('/bearer-header/*', bearerAuth({ token: 'one', headerName: 'x-key', prefix: '' }))
app.use('/bearer-bot/*', bearerAuth({ token: 'one', prefix: 'Bot' }))
app.get('/:kind/page', c => c.text(`hello ${c.req.header('authorization')?.split(' ')[0] ?? ''}`))

export default app
