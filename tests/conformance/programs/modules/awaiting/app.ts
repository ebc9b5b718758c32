import { Hono } from 'hono'
import { order, settings } from './settings'

order.push('app')
const app = new Hono()
app.get('/', c => c.json([settings, order]))
const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(settings.name))
app.get('/hash', c => c.json(new Uint8Array(hash).length))

export default app
