import { Hono } from 'hono'

const app = new Hono()
const settings = JSON.parse('{"port": 3000}') as { port: number; database?: { url: string } }
if (!settings.database) throw new Error('no database is set')
export default app
