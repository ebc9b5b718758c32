import { Hono } from 'hono'
import { csrf } from 'hono/csrf'

const app = new Hono()
app.use('/same/*', csrf())
app.use('/list/*', csrf({ origin: ['https://shop.example'] }))
app.use('/rule/*', csrf({ origin: origin => origin.endsWith('.example') }))
app.use('/site/*', csrf({ secFetchSite: 'same-site' }))
app.all('/:area/order', async c => c.text(`ordered ${await c.req.text()}`))

export default app
