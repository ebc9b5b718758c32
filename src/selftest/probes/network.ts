/**
 * HTTP and WebSockets inside of the container, where the runner asks a program over 127.0.0.1.
 * @module
 */

import loopback from '../scripts/loopback.mjs?raw'
import streaming from '../scripts/streaming.mjs?raw'
import websocket from '../scripts/websocket.mjs?raw'
import type { Answer } from './answer.ts'
import { type Finding, type Probe, USUAL_LIMIT } from './probe.ts'
import type { Trial } from './trial.ts'

const exchange = async (trial: Trial): Promise<Answer> => {
  const answer = await trial.ask(loopback)
  if (answer.has('error')) throw new Error(`the request failed: ${answer.string('error')}`)
  return answer
}

const NO_REQUESTS =
  'No program can be asked anything; the self-check before first use fails, and the engine of the page goes on alone.'

const local: Probe = {
  id: 'loopback',
  title: 'A request to 127.0.0.1',
  assumption: 'A process can listen on 127.0.0.1 and ask itself.',
  otherwise: NO_REQUESTS,
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await trial.ask(loopback)
    if (answer.has('error')) return { holds: false, seen: `It failed: ${answer.string('error')}.`, measured: {} }
    const status = answer.number('status')
    return { holds: status === 200, seen: `It was answered with ${status}.`, measured: { ms: answer.number('ms') } }
  },
}

/** Names and values in turn → those of one name, in any case, with the name as it is. */
const linesOf = (raw: readonly unknown[], name: string): readonly string[] =>
  raw.flatMap((text, index) =>
    index % 2 === 0 && String(text).toLowerCase() === name ? [`${text}: ${raw[index + 1]}`] : [],
  )

const compared = (raw: readonly unknown[], expected: Readonly<Record<string, readonly string[]>>): Finding => {
  const found = Object.keys(expected).map(name => linesOf(raw, name))
  const holds = JSON.stringify(found) === JSON.stringify(Object.values(expected))
  return { holds, seen: `What came is ${found.flat().join(', ') || 'nothing'}.`, measured: {} }
}

const rawHeaders: Probe = {
  id: 'raw-headers',
  title: 'Headers with the same name',
  assumption: 'Lines of headers with the same name stay apart, in their order and with their case, in both directions.',
  otherwise:
    'Checks of repeated headers and of Set-Cookie come to something else; the self-check before first use fails.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await exchange(trial)
    const asked = compared(answer.list('heard'), { 'x-one': ['X-One: a', 'x-one: b'] })
    const cookies = ['Set-Cookie: a=1', 'Set-Cookie: b=2']
    const answered = compared(answer.list('answered'), { 'x-one': ['X-One: a', 'x-one: b'], 'set-cookie': cookies })
    const seen = `In the request: ${asked.seen} In the answer: ${answered.seen}`
    return { holds: asked.holds && answered.holds, seen, measured: {} }
  },
}

const anyHeaders: Probe = {
  id: 'any-headers',
  title: 'Headers that browsers keep to themselves',
  assumption: 'A request inside of the container can carry any Host, Cookie and Origin.',
  otherwise: 'Checks that send these come to something else; the self-check before first use fails.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    return compared((await exchange(trial)).list('heard'), {
      host: ['Host: example.org'],
      cookie: ['Cookie: a=1; b=2'],
      origin: ['Origin: https://example.org'],
    })
  },
}

const ports: Probe = {
  id: 'remote-port',
  title: 'The ports of a connection',
  assumption: "The port that the server sees is the client's own: it tells which request an error belongs to.",
  otherwise: 'An error that a program threw shows as a plain 500, without its message and its place.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await exchange(trial)
    const [remote, own] = [answer.number('remotePort'), answer.number('localPort')]
    const seen = `The server sees ${remote}, the client has ${own} (0 stands for none).`
    return { holds: remote === own && own !== 0, seen, measured: { remote, own } }
  },
}

const stream: Probe = {
  id: 'streaming',
  title: 'An answer in pieces',
  assumption: 'The pieces of an answer arrive one by one, as they are written.',
  otherwise: 'Checks of the pieces of an answer, and of events as they come, come to something else.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await trial.ask(streaming)
    const at = answer.list('at').map(Number)
    const [first = 0, last = 0] = [at[0], at.at(-1)]
    const pieces = answer.list('pieces')
    // On busy cores two of them may come as one.
    const holds = pieces.length > 1 && pieces.join('') === 'onetwothree' && last - first >= 150
    return {
      holds,
      seen: `Pieces came after ${at.join(', ')} ms.`,
      measured: { pieces: at.length, spreadMs: last - first },
    }
  },
}

const socket: Probe = {
  id: 'websocket',
  title: 'A WebSocket to 127.0.0.1',
  assumption: 'A process can open a WebSocket to itself, with the package ws.',
  otherwise: 'Checks with sockets break; the engine of the page goes on answering them.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await trial.ask(websocket)
    if (!answer.flag('there')) throw new Error('the package ws is not mounted in this container')
    const heard = answer.string('heard')
    return { holds: heard === 'hello!', seen: `What was heard is "${heard}".`, measured: { ms: answer.number('ms') } }
  },
}

export const networkProbes: readonly Probe[] = [local, rawHeaders, anyHeaders, ports, stream, socket]
