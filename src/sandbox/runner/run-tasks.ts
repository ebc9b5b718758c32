/**
 * The runner's loop: takes tasks, does one after the other, and answers each.
 * @module
 */

import { setTimeout } from 'node:timers/promises'
import type { AppFailure } from '../../http/http.ts'
import type { SocketNews } from '../node/socket-client.ts'
import { Background } from '../program/background.ts'
import { describeError, positionOf } from '../program/stack.ts'
import type { Env } from '../sandbox.ts'
import { answer } from './answer.ts'
import { installGuard } from './guard.ts'
import type { Line } from './line.ts'
import { type Evaluated, type LoadedProgram, loadProgram } from './load.ts'
import type { Log } from './log.ts'
import type { Answer, Reply, RunnerLimits, Task } from './protocol.ts'
import { Requests, turns } from './requests.ts'
import { Serving } from './serving.ts'

export interface RunnerParts {
  readonly line: Line
  readonly log: Log
  readonly limits: RunnerLimits
  /** Called when everything of ours is installed; it returns what makes the process clean for an evaluation. */
  readonly trackProcess: () => (env: Env) => boolean
}

/** One evaluation of the program, as long as it lives. */
interface Running {
  readonly evaluated: Evaluated
  readonly requests: Requests
}

const nothing: AppFailure = { kind: 'no-app', message: 'nothing was evaluated', at: null }
const unanswered: Answer = { response: null, failure: nothing, ms: 0 }
const unheard: SocketNews = { event: null, failure: nothing }

export const runTasks = ({ line, log, limits, trackProcess }: RunnerParts): void => {
  const background = new Background()
  let loaded: LoadedProgram | null = null
  let env: Env = {}
  let running: Running | null = null
  const pathsOf = (): readonly string[] => loaded?.paths ?? []

  const serving = new Serving((request, bindings) => {
    // While modules load, and after they failed, nobody is there to answer.
    if (!running) return new Response(null, { status: 503 })
    const { evaluated, requests } = running
    const note = (port: number, failure: AppFailure): void => requests.note(port, failure)
    return answer(request, bindings, { fetch: evaluated.fetch, env, paths: pathsOf(), background, note })
  })

  const failureOf = (error: unknown): AppFailure => ({
    kind: 'unhandled',
    message: describeError(error),
    at: positionOf(error, pathsOf()),
  })

  const end = (failure: AppFailure): void => {
    log.flush()
    line.say({ type: 'ended', failure })
  }
  process.on('uncaughtException', error => end(failureOf(error)))
  process.on('unhandledRejection', error => end(failureOf(error)))
  const exit = process.exit.bind(process)
  process.exit = code => {
    const message = `process.exit(${code ?? ''})`
    end({ kind: 'exited', message, at: positionOf(new Error(message), pathsOf()) })
    return exit(code)
  }
  let limit = limits.request
  const overdue = (): never => {
    end({ kind: 'timed-out', message: `${limit} ms`, at: null })
    return exit(1)
  }
  const noteTask = installGuard({ limit: () => limit, over: overdue })
  const clean = trackProcess()

  /** Ends the evaluation before; false when it has spoiled the process for the next. */
  const isCleanedFor = async (next: Env): Promise<boolean> => {
    log.mute()
    try {
      running?.requests.closeSockets()
      running = null
      background.forget()
      await serving.close()
      return clean(next)
    } catch {
      return false
    } finally {
      await turns()
      log.unmute()
    }
  }

  const fresh = async (next: Env): Promise<Reply> => {
    if (!(await isCleanedFor(next))) return { type: 'spoiled' }
    if (!loaded) return { type: 'done', failure: nothing }
    env = next
    const evaluated = await loaded.evaluate(env)
    if ('kind' in evaluated) {
      log.end()
      return { type: 'done', failure: evaluated }
    }
    running = { evaluated, requests: new Requests(await serving.open(evaluated.isExported), serving, limits) }
    return { type: 'done', failure: null }
  }

  /** Background work may finish, but not keep the check waiting for ever. */
  const settle = async (): Promise<AppFailure | null> => {
    const limit = new AbortController()
    await Promise.race([background.settled(), setTimeout(limits.request, null, limit).catch(() => undefined)])
    limit.abort()
    try {
      await running?.evaluated.stop()
    } catch (error) {
      return failureOf(error)
    }
    await turns()
    log.end()
    return null
  }

  const perform = async (task: Task): Promise<Reply> => {
    switch (task.type) {
      case 'load': {
        // Where processes are used again. One that is new is clean, so who looks for such a one comes to an end.
        if (loaded && !(await isCleanedFor({}))) return { type: 'spoiled' }
        const program = await loadProgram(task.program, serving)
        if ('kind' in program) return { type: 'done', failure: program }
        loaded = program
        return { type: 'done', failure: null }
      }
      case 'fresh':
        return fresh(task.env)
      case 'send':
        return { type: 'answered', answer: (await running?.requests.send(task.request, task.options)) ?? unanswered }
      case 'send-together': {
        const sent = await running?.requests.sendTogether(task.requests, task.timeLimit)
        return {
          type: 'answered-together',
          ...(sent ?? { answers: task.requests.map(() => unanswered), finished: [] }),
        }
      }
      case 'connect': {
        const { socket, request, options } = task
        return { type: 'answered', answer: (await running?.requests.connect(socket, request, options)) ?? unanswered }
      }
      case 'socket-send':
      case 'socket-receive':
      case 'socket-close':
        return { type: 'heard', ...((await running?.requests.onSocket(task)) ?? unheard) }
      case 'settle':
        return { type: 'done', failure: await settle() }
    }
  }

  let queue = Promise.resolve()
  line.listen(({ id, ...task }) => {
    const work = async (): Promise<void> => {
      limit = limitOf(task, limits)
      noteTask()
      const reply = await perform(task)
      log.flush()
      line.say({ ...reply, id })
    }
    // A program may have replaced what this is made of.
    queue = queue.then(work).catch(error => end(failureOf(error)))
  })
}

/** How long the program may keep the process from hearing anything during a task, ms. */
const limitOf = (task: Task, limits: RunnerLimits): number => {
  switch (task.type) {
    case 'load':
    case 'fresh':
      return limits.start
    case 'send':
    case 'connect':
      return task.options.timeLimit
    case 'send-together':
      return task.timeLimit
    default:
      return limits.request
  }
}
