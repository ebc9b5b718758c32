import { Hono } from 'hono'

await new Promise(() => undefined)
export default new Hono()
