import { Hono } from 'hono'

export const start = () => {
  throw new RangeError('could not start')
}
export default new Hono()
