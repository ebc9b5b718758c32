/**
 * `check`: runs an exercise's checks on a program in an engine, on a server started by a command, or on one that runs.
 * @module
 */

import { resolve } from 'node:path'
import { readGiven, readSources } from '../../../build/exercise-folder.ts'
import { validateCheck } from '../../check/validate.ts'
import type { SourceFiles } from '../../compile/program.ts'
import { firstPath, withGiven } from '../../exercise/given.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import { checkCommand, checkUrl, type ServerJob } from '../check-server.ts'
import type { Command, ExitCode, Surroundings } from '../command.ts'
import { ENGINES, readEngine } from '../engines/engine.ts'
import { openEngine } from '../engines/open-engine.ts'
import { chosenExercise, exists, loadChecks } from '../exercise-folders.ts'
import type { CheckedExercise, RanOn } from '../report/checked.ts'
import { reportJson } from '../report/json.ts'
import { reportText } from '../report/text.ts'
import { readSeed } from '../seed.ts'
import { readServerUrl } from '../server/url-app.ts'
import { readSourceFiles } from '../source-files.ts'

/** @throws {UsageError} when options contradict each other, or one is not as it should be */
const readRanOn = async (args: Arguments, here: string, first: string): Promise<RanOn> => {
  const [engine, dir, command, url] = ['engine', 'dir', 'run', 'url'].map(name => args.text(name))
  const clash = (one: string, other: string): never => {
    throw new UsageError(`--${one} and --${other} exclude each other`, 'give one of them')
  }
  if (url != null) {
    if (command != null) clash('run', 'url')
    if (dir != null) clash('dir', 'url')
    if (engine != null) clash('engine', 'url')
    return { kind: 'url', url: readServerUrl(url) }
  }
  const folder = resolve(here, dir ?? '.')
  if (command != null) {
    if (engine != null) clash('engine', 'run')
    if (!(await exists(folder))) throw new UsageError(`there is no folder ${folder}`, 'give the folder to run it in')
    return { kind: 'command', command, folder }
  }
  if (dir == null && !(await exists(resolve(folder, first))))
    throw new UsageError(
      `there is no ${first} in the current folder`,
      'give the folder that it is in with --dir, or check a server with --run or --url',
    )
  return { kind: 'engine', engine: readEngine(engine ?? 'node'), folder }
}

interface EngineJob extends ServerJob {
  readonly given: SourceFiles
  /** The file that the program's folder has to have. */
  readonly first: string
}

type Checking = Omit<CheckedExercise, 'exercise' | 'checks' | 'ranOn' | 'seed'>

const check = async (ranOn: RanOn, job: EngineJob, { root, env, terminal }: Surroundings): Promise<Checking> => {
  switch (ranOn.kind) {
    case 'url':
      return { diagnostics: [], ...(await checkUrl(ranOn.url, job)) }
    case 'command':
      return { diagnostics: [], ...(await checkCommand({ ...ranOn, env }, job)) }
    case 'engine': {
      const { given, first, ...ground } = job
      const files = withGiven({ given }, await readSourceFiles(ranOn.folder, first))
      const engine = await openEngine(ranOn.engine, { root, tell: text => terminal.progress(text) })
      try {
        return await engine.run({ ...ground, files })
      } finally {
        await engine.close()
      }
    }
  }
}

const run = async (args: Arguments, surroundings: Surroundings): Promise<ExitCode> => {
  const { terminal, folder, exercises } = surroundings
  const [id, ...more] = args.positionals
  if (id === undefined || more.length > 0)
    throw new UsageError(
      `${id === undefined ? 'no' : 'more than one'} exercise is given`,
      'give one, as "list" shows it',
    )
  const seed = readSeed(args.text('seed'))
  const exercise = await chosenExercise(exercises, id)
  const given = await readGiven(exercises, id)
  // A server can be checked by an exercise that is nothing but checks.
  const start = (await exists(resolve(exercise.folder, 'start'))) ? await readSources(exercises, `${id}/start`) : {}
  const first = firstPath({ start })
  const ranOn = await readRanOn(args, folder, first)
  const checks = await loadChecks(exercise)
  for (const one of checks) validateCheck(one)
  terminal.progress(`${id}: starting`)
  const checking = await check(
    ranOn,
    {
      exercise: { id, checks },
      given,
      first,
      seed,
      report: ({ results }) => terminal.progress(`${id}: ${results.length} of ${checks.length} checks are done`),
    },
    surroundings,
  )
  const checked: CheckedExercise = { ...checking, exercise: id, checks, ranOn, seed }
  const report = reportJson(checked)
  terminal.print(
    args.has('json')
      ? JSON.stringify(report, null, 2)
      : reportText(checked, (colour, text) => terminal.paint(colour, text)),
  )
  return report.passed ? 0 : 1
}

export const checkExercise: Command = {
  name: 'check',
  usage: '<exercise> [options]',
  summary: "runs an exercise's checks on a program, or on a server in any language",
  details: `Without --run and --url it runs the program in a folder: app.ts, and the .ts, .js and .json files
beside and below it. The folder is the current one, or that of --dir.

--run starts a server once per check, through the shell, with PORT and the check's environment in its
environment. It waits until something listens on 127.0.0.1:PORT, and stops it when the check is done.
Write '$PORT' in single quotes, so that your own shell leaves it alone. --url asks a server that runs
already, and never starts or stops it.

  npm run rendition -- check 08-status-codes --dir exercises/08-status-codes/solution
  npm run rendition -- check 08-status-codes --dir my-server --run 'uvicorn main:app --port $PORT'
  npm run rendition -- check 08-status-codes --url http://127.0.0.1:8000`,
  options: {
    dir: {
      value: '<folder>',
      about: 'where the program is, or where --run starts the server; default: here',
    },
    engine: { value: '<name>', about: `${ENGINES.join(' or ')}; default: node` },
    run: { value: "'<command>'", about: 'starts a server' },
    url: { value: 'http://<host>:<port>', about: 'asks a running server' },
    seed: { value: '<n>', about: 'makes the generated values that a report with this seed had' },
    json: { value: null, about: 'one JSON document on stdout, as docs/authoring.md describes it' },
  },
  run,
}
