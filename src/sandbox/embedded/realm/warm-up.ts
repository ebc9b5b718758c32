/**
 * Runs a small program once in a spare realm, before anybody waits for it. A browser compiles a function when it is
 * first called, so the first requests of a fresh realm cost several times as much as later ones.
 * @module
 */

import type { Program } from '../../../compile/program.ts'
import type { Exports } from '../../evaluate.ts'
import { Background } from '../../program/background.ts'
import { answer } from './answer.ts'
import { loadProgram } from './load.ts'

/** As the compiler would make it: a few routes, parameters, JSON both ways, a header, an error, an empty answer. */
const program: Program = {
  entry: 'app.ts',
  packages: ['hono'],
  modules: [
    {
      path: 'app.ts',
      imports: {},
      dynamicImports: {},
      lazy: false,
      code: `export default async (require, exports, turn) => {
        await turn
        const { Hono } = require('hono')
        const app = new Hono()
        app.use(async (c, next) => { await next(); c.header('x-warm', 'up') })
        app.get('/items/:id', c => c.json({ id: c.req.param('id'), q: c.req.query('q') }, 200, { 'x-id': '1' }))
        app.post('/items', async c => c.json(await c.req.json(), 201))
        app.get('/text', c => c.text('text'))
        app.delete('/items/:id', c => c.body(null, 204))
        app.onError((error, c) => c.json({ detail: error.message }, 500))
        app.get('/error', () => { throw new Error('warm') })
        exports.default = app
      }`,
    },
  ],
}

const json = { method: 'POST', headers: [['content-type', 'application/json']] as [string, string][], body: '{"a":1}' }

/** Enough rounds for the functions to be compiled; more would only heat the processor. */
const rounds = 3

const limits = { body: 1_000, chunks: 10 }

/** Of each round: a run clears the realm once for every check. */
const clearings = 4

/** @param clear what takes away the leftovers of an evaluation */
export const warmUp = async (packages: ReadonlyMap<string, Exports>, clear: () => boolean): Promise<void> => {
  const loaded = await loadProgram(program, packages)
  const background = new Background()
  for (let round = 0; round < rounds; round++) {
    const { fetch, stop } = await loaded.evaluate({})
    const options = { fetch, env: {}, paths: loaded.paths, background, limits, departure: null }
    const paths: [string, RequestInit][] = [
      ['/items/1?q=2', {}],
      ['/items', json],
      ['/text', {}],
      ['/items/1', { method: 'DELETE' }],
      ['/error', {}],
      ['/nothing', {}],
    ]
    for (const [path, init] of paths) await answer(new Request(`http://localhost${path}`, init), options)
    await stop()
    for (let time = 0; time < clearings; time++) clear()
  }
}
