import { describe, expect, it, vi } from 'vitest'
import { generateValues } from '../check/generate.ts'
import type { NotRunReason } from '../check/result.ts'
import { bodies, check, get, perform, performing, post } from './perform.fixture.ts'

describe('checks whose requests are known beforehand', () => {
  it('are called all at once, and performed in order', async () => {
    const { app, performed } = performing([check([get('/count'), post('/items', 'x')]), check([get('/count')])])
    const calls = ['fresh', 'send GET /count', 'send POST /items', 'settle', 'fresh', 'send GET /count', 'settle']
    expect(app.made).toEqual(calls)
    expect(app.begun).toEqual([])
    const transcripts = (await Promise.all(performed)).map(({ transcript }) => transcript)
    expect(app.begun).toEqual(calls)
    expect(transcripts.map(bodies)).toEqual([['0', '{"id":"1","number":1}'], ['0']])
  })

  it('have generated values in them, the same for the same seed', async () => {
    const one = check([post('/items', '{{name}}'), get('/items/1')], { values: { name: { kind: 'word' } } })
    const { name } = generateValues(one, 4711)
    const transcript = await perform(one, { seed: 4711 })
    expect(transcript.values).toEqual({ name })
    expect(bodies(transcript)[1]).toBe(JSON.stringify(name))
  })

  it('wait for one before them that needs its answers, and not for each other', async () => {
    const saving = check([post('/items', 'x', { save: { id: { kind: 'json', path: 'id' } } })])
    const { app, performed } = performing([saving, check([get('/count')]), check([get('/env')])])
    expect(app.made).toEqual(['fresh'])
    await performed[0]
    expect(app.made.slice(3)).toEqual(['fresh', 'send GET /count', 'settle', 'fresh', 'send GET /env', 'settle'])
    const transcripts = (await Promise.all(performed)).map(({ transcript }) => transcript)
    expect(transcripts.slice(1).map(bodies)).toEqual([['0'], ['{}']])
  })
})

describe('saved values', () => {
  it('go into later steps with their type', async () => {
    const save = { id: { kind: 'json', path: 'id' }, number: { kind: 'json', path: 'number' } } as const
    const steps = [post('/items', 'x', { save }), post('/items', '{{number}}'), get('/items/2'), get('/items/{{id}}')]
    const transcript = await perform(check(steps))
    expect(bodies(transcript).slice(2)).toEqual(['1', '"x"'])
    expect(transcript.values).toEqual({ id: '1', number: 1 })
  })

  it('that are not there are not saved, and steps that need them are not performed', async () => {
    const save = { id: { kind: 'json', path: 'key' }, place: { kind: 'header', name: 'location' } } as const
    const transcript = await perform(check([post('/items', 'x', { save }), get('/items/{{id}}'), get('{{place}}')]))
    expect(transcript.values).toEqual({ place: '/items/1' })
    expect(bodies(transcript)).toEqual(['{"id":"1","number":1}', null, '"x"'])
    expect(transcript.happened[1]).toBeNull()
  })
})

it('a check that is wrong is not performed', async () => {
  const { app, performed } = performing([check([get('/items/{{id}}')])])
  await expect(performed[0]).rejects.toMatchObject({ name: 'AuthoringError' })
  expect(app.made).toEqual([])
})

describe('an app that breaks', () => {
  it('ends the check, and the next one starts anew', async () => {
    const { performed } = performing([check([get('/throws'), get('/count')]), check([get('/count')])])
    const [broken, next] = (await Promise.all(performed)).map(({ transcript }) => transcript)
    expect(broken?.happened).toMatchObject([{ exchange: { failure: { kind: 'threw' } } }])
    expect(next && bodies(next)).toEqual(['0'])
  })

  it('ends a check that waits for its answers as well', async () => {
    const { happened } = await perform(check([get('/throws', { actor: 'a' }), get('/count')]))
    expect(happened).toHaveLength(1)
  })

  it('while it loads is told, and nothing is sent', async () => {
    const load = () => {
      throw new Error('no')
    }
    expect(await perform(check([get('/count')]), { load })).toMatchObject({
      startFailure: { kind: 'load-threw' },
      happened: [],
    })
  })
})

describe('a run that is ended', () => {
  it('keeps what happened until then, and says why', async () => {
    const reason: NotRunReason = { kind: 'run-limit', ms: 1 }
    for (const actor of [{}, { actor: 'a' }]) {
      const end = new AbortController()
      const { app, performed } = performing([check([get('/count', actor), get('/hangs'), get('/count')])], { end })
      const hanging = performed[0]
      await vi.waitFor(() => expect(app.begun).toContain('send GET /hangs'))
      end.abort(reason)
      const transcript = (await hanging)?.transcript
      expect(transcript && bodies(transcript)).toEqual(['0'])
      expect(transcript?.notRun).toEqual(reason)
    }
  })
})

describe('an app that is unable', () => {
  it('is not asked for what it cannot do, and performs the rest', async () => {
    const { app, performed } = performing([check([get('/count')], { env: {} }), check([get('/count')])], {
      unable: ['fresh-start', 'log'],
    })
    const [unable, able] = (await Promise.all(performed)).map(({ transcript }) => transcript)
    expect(unable).toMatchObject({ happened: [], notRun: { kind: 'unable', needs: ['fresh-start'] } })
    expect(able?.notRun).toBeNull()
    expect(app.made).toEqual(['fresh', 'send GET /count', 'settle'])
  })
})
