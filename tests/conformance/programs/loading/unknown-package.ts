import { AsyncLocalStorage } from 'node:async_hooks'
import { Hono } from 'hono'

export const storage = new AsyncLocalStorage()
export default new Hono()
