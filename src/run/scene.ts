/**
 * What one check has gathered while it is performed: values, each actor's cookies, open sockets.
 * @module
 */

import type { Check, Step } from '../check/check.ts'
import type { Template } from '../check/expectation.ts'
import { generateValues } from '../check/generate.ts'
import { fillTexts, namesIn, type Values } from '../check/template.ts'
import type { SourceFiles } from '../compile/program.ts'
import type { Limits } from '../sandbox/limits.ts'
import type { App, Env, Socket } from '../sandbox/sandbox.ts'
import { CookieJar } from './cookie-jar.ts'
import type { Patience } from './patience.ts'

export interface SceneOptions {
  readonly limits: Limits
  /** What generated values are made from. */
  readonly seed: number
  /** The learner's files; null when they are not known. */
  readonly source: SourceFiles | null
}

export class Scene {
  /** Those that were generated, and those that have been saved so far. */
  values: Values
  /** By name; null for one that was refused. */
  readonly sockets = new Map<string, Socket | null>()
  /** Whether the app was stopped and not started again, or refused to start. */
  stopped = false
  readonly #jars = new Map<string, CookieJar>()

  constructor(
    readonly app: App,
    readonly check: Check,
    readonly options: SceneOptions,
    /** The same for all checks of a run. */
    readonly patience: Patience,
  ) {
    this.values = generateValues(check, options.seed)
  }

  jarOf(actor: string): CookieJar {
    const jar = this.#jars.get(actor) ?? new CookieJar(Date.now)
    this.#jars.set(actor, jar)
    return jar
  }

  /** Whether the step needs a value that nobody has saved. */
  lacksFor(step: Step): boolean {
    return namesIn(step).some(name => !Object.hasOwn(this.values, name))
  }

  /** The check's environment, with what a step changes of it. */
  env(changes: Readonly<Record<string, Template>> = {}): Env {
    return fillTexts({ ...this.check.env, ...changes }, this.values)
  }
}
