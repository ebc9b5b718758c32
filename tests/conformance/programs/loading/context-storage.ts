import { Hono } from 'hono'
import { contextStorage, getContext } from 'hono/context-storage'

const app = new Hono()
app.use(contextStorage())
app.get('/', c => c.text(getContext().req.path))
export default app
