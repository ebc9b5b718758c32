import { Hono } from 'hono'

let started: string | null = null
const app = new Hono()
app.get('/', c => c.json({ started }))

console.log('loading')
export const start = async (env: Record<string, string>) => {
  await Promise.resolve()
  started = env.NAME ?? 'without a name'
  console.log('started', started)
}
export const stop = async () => {
  await Promise.resolve()
  console.log('stopped', started)
}
export default app
