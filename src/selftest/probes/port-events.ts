/**
 * What the container says of a port that a process listens on.
 * @module
 */

import listen from '../scripts/listen.mjs?raw'
import { type Probe, USUAL_LIMIT } from './probe.ts'

interface PortEvent {
  readonly name: 'port' | 'server-ready'
  readonly port: number
  readonly url: string
  readonly at: number
}

/** How long is waited for both events, ms. */
const EVENT_LIMIT = 5_000

/** The host's name is made up anew for every container: only what follows it says something. */
const kindOfAddress = (url: string): string => url.replace(/\/\/[^.:/]+/, '//…')

const sentence = (events: readonly PortEvent[]): string => {
  const [first] = events
  if (first === undefined) return `Nothing was heard of the port within ${EVENT_LIMIT / 1000} s.`
  return `What was heard, in order: ${events.map(({ name }) => name).join(', ')}. The address is ${kindOfAddress(first.url)}.`
}

export const portEvents: Probe = {
  id: 'port-events',
  title: 'What the container says of a port',
  assumption: 'When a server listens, the container says so with "port" and "server-ready", and gives its address.',
  otherwise: 'The app cannot be opened beside the checks, which do not need it.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const heard: PortEvent[] = []
    let look = (): void => undefined
    const hear = (name: PortEvent['name'], port: number, url: string) => {
      heard.push({ name, port, url, at: performance.now() })
      look()
    }
    const { container } = trial
    const ends = [
      container.on('port', (port, type, url) => type === 'open' && hear('port', port, url)),
      container.on('server-ready', (port, url) => hear('server-ready', port, url)),
    ]
    try {
      // Subscribing is a message of its own, which must be there before the server is.
      await container.fs.readdir('.')
      const port = (await trial.ask(listen)).number('port')
      const listening = performance.now()
      const ours = () => heard.filter(event => event.port === port)
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, EVENT_LIMIT)
        look = () => {
          if (new Set(ours().map(({ name }) => name)).size < 2) return
          clearTimeout(timer)
          resolve()
        }
        look()
      })
      const measured = Object.fromEntries(ours().map(({ name, at }) => [`${name}AfterListenMs`, at - listening]))
      return { holds: Object.keys(measured).length === 2, seen: sentence(ours()), measured }
    } finally {
      for (const end of ends) end()
    }
  },
}
