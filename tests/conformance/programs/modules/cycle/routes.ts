import { Hono } from 'hono'
import { guard, late } from './app'

export const routes = new Hono()
// A function is there before its module ran; a constant only once it did.
const atLoad = guard('early')
routes.get('/', c => c.json([atLoad, guard('later'), late()]))
