import { Hono } from 'hono'
import { routes } from './routes'

export const app = new Hono()
export function guard(name: string): string {
  return `guarded ${name}`
}
export const late = () => 'set in time'
app.route('/', routes)

export default app
