import { describe, expect, it } from 'vitest'
import type { SocketOpenStep, Step } from '../check/check.ts'
import type { Expectation } from '../check/expectation.ts'
import { MOST_SOCKETS } from '../check/validate-order.ts'
import { LIMITS } from '../sandbox/limits.ts'
import type { Env, Socket } from '../sandbox/sandbox.ts'
import { bodies, check, get, perform, performing, post, program, responseOf } from './perform.fixture.ts'

it('each actor has cookies of its own', async () => {
  const actors = ['ann', 'bob']
  const transcript = await perform(
    check([
      ...actors.map(actor => ({
        ...get('/'),
        actor,
        request: { method: 'POST', path: `/login/${actor}`, headers: [] },
      })),
      ...actors.map(actor => get('/visitor', { actor })),
      get('/visitor'),
    ]),
  )
  expect(bodies(transcript).slice(2)).toEqual(['{"visitor":"ann"}', '{"visitor":"bob"}', '{}'])
})

describe('a parallel step', () => {
  it('has an answer for each request, and the order in which they were complete', async () => {
    const sends = ['/slow-then-fast/20', '/count'].map(path => ({ request: get(path).request, expect: [] }))
    const { happened } = await perform(check([{ kind: 'parallel', sends, expect: [] }]))
    expect(happened).toMatchObject([{ kind: 'parallel', finished: [1, 0] }])
  })

  it('keeps the cookies of each actor', async () => {
    const login = { method: 'POST', path: '/login/ann', headers: [] }
    const sends = [{ request: login, actor: 'ann', expect: [] }]
    const transcript = await perform(
      check([{ kind: 'parallel', sends, expect: [] }, get('/visitor', { actor: 'ann' })]),
    )
    expect(bodies(transcript)[1]).toBe('{"visitor":"ann"}')
  })

  it('that breaks ends the check', async () => {
    const sends = ['/count', '/throws'].map(path => ({ request: get(path).request, expect: [] }))
    const { happened } = await perform(check([{ kind: 'parallel', sends, expect: [] }, get('/count')]))
    expect(happened).toHaveLength(1)
  })
})

describe('sockets', () => {
  const open: SocketOpenStep = { kind: 'socket-open', socket: 's', path: '/echo', expect: [] }
  const receive: Step = {
    kind: 'socket-receive',
    socket: 's',
    expect: [{ subject: { kind: 'message' }, predicate: { kind: 'not', predicate: { kind: 'equals', value: '' } } }],
  }

  it('are opened, written to, heard and closed under their names', async () => {
    const { happened, values } = await perform(
      check(
        [
          open,
          { kind: 'socket-send', socket: 's', data: { json: { a: ['{{word}}'] } } },
          { ...receive, save: { heard: { kind: 'message' } } },
          { kind: 'socket-send', socket: 's', data: { base64: '/w==' } },
          receive,
          { kind: 'socket-send', socket: 's', data: { text: 'bye' } },
          receive,
        ],
        { values: { word: { kind: 'choice', values: ['b'] } } },
      ),
    )
    expect(responseOf(happened[0])?.status).toBe(101)
    expect(happened.slice(1).map(one => one?.kind === 'socket' && one.event)).toEqual([
      null,
      { kind: 'message', data: { text: '{"a":["b"]}!' } },
      null,
      { kind: 'message', data: { base64: '/w==' } },
      null,
      { kind: 'closed', code: 4000, reason: 'as you wish' },
    ])
    expect(values).toMatchObject({ heard: '{"a":["b"]}!' })
  })

  it('hear nothing when nothing comes in time', async () => {
    const { happened } = await perform(check([open, receive]), { limits: { receive: 5 } })
    expect(happened[1]).toEqual({ kind: 'socket', event: null, failure: null, log: [] })
  })

  it('that say nothing are waited for less the next time, in other checks too', async () => {
    const { app, performed } = performing([check([open, receive, receive]), check([open, receive])], {
      limits: { receive: 8 },
    })
    const asked: number[] = []
    const connect = app.connect.bind(app)
    app.connect = async (...args) => {
      const { exchange, socket } = await connect(...args)
      const receive: Socket['receive'] = options => {
        asked.push(options.timeLimit)
        return socket ? socket.receive(options) : Promise.reject(new Error('the socket was refused'))
      }
      return {
        exchange,
        socket: socket && { send: data => socket.send(data), close: how => socket.close(how), receive },
      }
    }
    await Promise.all(performed)
    expect(asked).toEqual([8, 4, 2])
  })

  it('are closed with 1000 unless the step says otherwise', async () => {
    const close: Step = { kind: 'socket-close', socket: 's', expect: [] }
    const { happened } = await perform(
      check([open, close, { ...open, socket: 't' }, { ...close, socket: 't', code: 4001, reason: 'done' }]),
    )
    expect(happened[1]).toMatchObject({ event: { kind: 'closed', code: 1000, reason: '' } })
    expect(happened[3]).toMatchObject({ event: { kind: 'closed', code: 4001, reason: 'done' } })
  })

  it('that were refused are not written to', async () => {
    const { happened } = await perform(check([{ ...open, path: '/nowhere' }, receive, get('/count')]))
    expect(responseOf(happened[0])?.status).toBe(404)
    expect(happened[1]).toBeNull()
    expect(responseOf(happened[2])?.status).toBe(200)
  })

  it('are as many as an engine has room for, at most', () => {
    expect(MOST_SOCKETS).toBe(LIMITS.sockets)
  })
})

describe('an app that is stopped and started', () => {
  const env = { MODE: '{{mode}}', KEPT: 'yes' }
  const values = { mode: { kind: 'choice', values: ['test'] } } as const

  it('finds the environment of the check, and what a start changes of it', async () => {
    const steps: Step[] = [
      get('/env'),
      { kind: 'stop', expect: [] },
      { kind: 'start', env: { MODE: 'other' }, expect: [] },
      get('/env'),
    ]
    const transcript = await perform(check(steps, { env, values }))
    expect(bodies(transcript)).toEqual(['{"MODE":"test","KEPT":"yes"}', null, null, '{"MODE":"other","KEPT":"yes"}'])
    expect(transcript.happened.slice(1, 3).map(one => one?.kind)).toEqual(['done', 'done'])
  })

  it('has forgotten what it held', async () => {
    const steps: Step[] = [
      post('/items', 'x'),
      { kind: 'stop', expect: [] },
      { kind: 'start', expect: [] },
      get('/count'),
    ]
    expect(bodies(await perform(check(steps)))[3]).toBe('0')
  })

  it('is started by the first step when that is a start, and not before', async () => {
    const steps: Step[] = [{ kind: 'start', env: { MODE: 'other' }, expect: [] }, get('/env')]
    const { app, performed } = performing([check(steps, { env, values })])
    const [one] = await Promise.all(performed)
    expect(app.made).toEqual(['fresh', 'send GET /env', 'settle'])
    expect(one?.transcript.happened[0]).toMatchObject({ kind: 'done', log: [{ text: 'loaded' }] })
    expect(one && bodies(one.transcript)[1]).toBe('{"MODE":"other","KEPT":"yes"}')
    expect(one?.loadLog).toEqual([])
  })

  it('may refuse to start where that is looked at, and is not stopped then', async () => {
    const load = ({ MODE }: Env) => {
      if (MODE === 'odd') throw new Error('MODE is odd')
      return program({})
    }
    const unstarted: Expectation = { subject: { kind: 'started' }, predicate: { kind: 'equals', value: false } }
    const refused: Step = { kind: 'start', env: { MODE: 'odd' }, expect: [unstarted] }
    const { app, performed } = performing(
      [check([refused]), check([refused, { kind: 'start', expect: [] }, get('/count')])],
      { load },
    )
    const [alone, going] = await Promise.all(performed)
    expect(app.made).toEqual(['fresh', 'fresh', 'fresh', 'send GET /count', 'settle'])
    expect(alone?.transcript).toMatchObject({
      startFailure: null,
      endFailure: null,
      happened: [{ failure: { kind: 'load-threw', message: 'Error: MODE is odd' } }],
    })
    expect(going && bodies(going.transcript)[2]).toBe('0')
  })

  it('breaks the check when it does not start, and nobody looks at that', async () => {
    const load = () => {
      throw new Error('no')
    }
    const { happened } = await perform(check([{ kind: 'start', expect: [] }, get('/count')]), { load })
    expect(happened).toMatchObject([{ failure: { kind: 'load-threw' } }])
  })

  it('is not stopped twice', async () => {
    const { app, performed } = performing([check([{ kind: 'stop', expect: [] }])])
    await Promise.all(performed)
    expect(app.made).toEqual(['fresh', 'settle'])
  })
})

it('a wait takes its time', async () => {
  const began = performance.now()
  const { happened } = await perform(check([{ kind: 'wait', ms: 30 }]))
  expect(performance.now() - began).toBeGreaterThanOrEqual(29)
  expect(happened).toEqual([{ kind: 'done', failure: null, log: [] }])
})

it('a client that goes away has what came until then', async () => {
  const transcript = await perform(check([get('/chunks', { abort: { chunks: 2 } })]))
  expect(bodies(transcript)).toEqual(['ab'])
})

it('an app has the time that the step allows, and never more than the engine does', async () => {
  const limits = { request: 40 }
  const short = await perform(check([get('/hangs', { timeLimit: 15 })]), { limits })
  expect(short.happened).toMatchObject([{ exchange: { failure: { kind: 'timed-out', message: '15 ms' } } }])
  const long = await perform(check([get('/hangs', { timeLimit: 1_000 })]), { limits })
  expect(long.happened).toMatchObject([{ exchange: { failure: { kind: 'timed-out', message: '40 ms' } } }])
})
