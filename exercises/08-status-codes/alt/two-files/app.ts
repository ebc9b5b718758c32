import { Hono } from 'hono'
import { items } from './items.ts'

/** The body of a 422. items.ts imports it, so the two files import each other. */
export function unprocessable(source: 'path' | 'query', name: string, msg: string) {
  return { detail: [{ loc: [source, name], msg }] }
}

const app = new Hono()
  .get('/custom', c => c.json({ message: 'ok' }, 200, { 'X-Custom': 'value' }))
  .route('/items', items)

export type App = typeof app

export default app
