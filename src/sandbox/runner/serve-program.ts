/**
 * A program as a server that stays, for people to look at: evaluated once, with nothing of it caught or replaced.
 * @module
 */

import type { Program } from '../../compile/program.ts'
import { Background } from '../program/background.ts'
import type { Env } from '../sandbox.ts'
import { type Evaluated, importProgram } from './load.ts'
import { Serving } from './serving.ts'

export interface ServeOptions {
  /** 0: any that is free. */
  readonly port: number
  readonly env: Env
}

export interface Served {
  readonly port: number
  /** Calls the program's `stop()`, then closes the server. */
  readonly stop: () => Promise<void>
}

/**
 * @returns null when the program has no app
 * @throws whatever the program throws
 */
export const serveProgram = async (program: Program, { port, env }: ServeOptions): Promise<Served | null> => {
  let evaluated: Evaluated | null = null
  const serving = new Serving((request, bindings) => {
    // While modules load, nobody is there to answer.
    if (!evaluated) return new Response(null, { status: 503 })
    // The same object, not a copy: the adapter finds what `upgradeWebSocket` left in it.
    return evaluated.fetch(request, Object.assign(bindings, env), new Background().context)
  }, port)
  const evaluate = await importProgram(program, serving)
  evaluated = await evaluate(env)
  if (!evaluated) return null
  const { isExported, stop } = evaluated
  const { port: found } = new URL(await serving.open(isExported))
  return { port: Number(found), stop: () => stop().finally(() => serving.close()) }
}
