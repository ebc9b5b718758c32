import { Hono } from 'hono'

const modes: Record<string, () => void> = {
  plain: () => undefined,
  exit: () => {
    console.error('no such mode')
    process.exit(1)
  },
}

export const start = () => {
  console.log('opened')
  const begin = modes[String(process.env.MODE)]
  if (!begin) {
    console.log('closed')
    setTimeout(() => console.log('too late'), 10)
    throw new RangeError(`MODE is ${process.env.MODE}`)
  }
  begin()
}
export const stop = () => {
  setTimeout(() => console.log('too late'), 10)
}
export default new Hono().get('/', c => c.text('running'))
