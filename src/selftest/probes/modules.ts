/**
 * How Node loads modules in a container, and what it knows of them: programs are imported from the text in an address.
 * @module
 */

import asyncStorage from '../scripts/async-storage.mjs?raw'
import imports from '../scripts/imports.mjs?raw'
import typed from '../scripts/typed.mjs?raw'
import typedFile from '../scripts/typed.ts?raw'
import type { Answer } from './answer.ts'
import { type Probe, USUAL_LIMIT } from './probe.ts'
import type { Trial } from './trial.ts'

/** Tells the script to import one thing. */
const importOne = async (trial: Trial, line: string, prepare = async (): Promise<void> => {}): Promise<Answer> => {
  const process = await trial.start(imports)
  await trial.answerOf(process)
  await prepare()
  await process.write(`${line}\n`)
  return trial.answerOf(process)
}

const asyncLocal: Probe = {
  id: 'async-local-storage',
  title: 'AsyncLocalStorage',
  assumption: 'A store is still known after an await, a timer and setImmediate.',
  otherwise:
    'Programs that use it, as hono/context-storage does, answer other than elsewhere. Nothing else is lost: our own code asks one thing at a time.',
  matters: false,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await trial.ask(asyncStorage)
    const ways = ['afterAwait', 'afterTimer', 'afterImmediate']
    const lost = ways.filter(way => !answer.flag(way))
    const seen = lost.length === 0 ? 'It was known after all of them.' : `It was lost: ${lost.join(', ')}.`
    return { holds: lost.length === 0, seen, measured: {} }
  },
}

const dataImport: Probe = {
  id: 'import-data',
  title: "import('data:text/javascript,…')",
  assumption: 'A module whose text is in its address can be imported.',
  otherwise: 'The modules of a program are written to files, and imported from there.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const answer = await importOne(trial, 'data app.ts')
    const holds = answer.has('value') && answer.string('stack').includes('on purpose')
    return { holds, seen: holds ? 'It was imported.' : `${answer.string('stack')}.`, measured: {} }
  },
}

/** Whether a stack names the file that `sourceURL` names, with the line of the throw. */
const namesFile = (answer: Answer) => {
  const stack = answer.string('stack')
  return { holds: /\bnamed\.ts:2:\d+/.test(stack), seen: `The stack is "${stack}".`, measured: {} }
}

const WITHOUT_PLACE = 'Errors and console lines are shown without their line in the program.'

const dataSource: Probe = {
  id: 'source-url-data',
  title: 'Names in stacks, of modules from an address',
  assumption: 'A stack names the file that //# sourceURL= names, in modules whose text is in their address.',
  otherwise: WITHOUT_PLACE,
  matters: true,
  limit: USUAL_LIMIT,
  run: async trial => namesFile(await importOne(trial, 'data named.ts')),
}

const THROWING = `export default 42
export const fail = () => { throw new Error('on purpose') }
//# sourceURL=named.ts`

const fileSource: Probe = {
  id: 'source-url-file',
  title: 'Names in stacks, of modules from files',
  assumption: 'A stack names the file that //# sourceURL= names, in modules that are imported from a file.',
  otherwise: `Nothing where modules can be imported by address. ${WITHOUT_PLACE}`,
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    await trial.write('throwing.mjs', THROWING)
    return namesFile(await importOne(trial, 'file ./throwing.mjs'))
  },
}

const freshImport: Probe = {
  id: 'import-fresh-file',
  title: 'Importing a file that was written a moment ago',
  assumption: 'A process imports a file that the page wrote after it had started.',
  otherwise:
    'Nothing where modules can be imported by address. Else no program can be loaded, and the WebContainer is not used.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const write = () => trial.write('fresh.mjs', 'export default 42\n')
    const answer = await importOne(trial, 'file ./fresh.mjs', write)
    const holds = answer.string('stack') === '' && answer.number('value') === 42
    return { holds, seen: holds ? 'It was imported.' : `${answer.string('stack')}.`, measured: {} }
  },
}

const stripping: Probe = {
  id: 'type-stripping',
  title: 'Files of TypeScript',
  assumption: 'Node imports a file of TypeScript as it is; nothing is built on it so far.',
  otherwise: 'Nothing: the page compiles what a process is given.',
  matters: false,
  limit: USUAL_LIMIT,
  async run(trial) {
    await trial.write('typed.ts', typedFile)
    const answer = await trial.ask(typed)
    const holds = answer.number('value') === 42
    return { holds, seen: holds ? 'It was imported.' : `It was not: ${answer.string('why')}.`, measured: {} }
  },
}

export const moduleProbes: readonly Probe[] = [asyncLocal, dataImport, dataSource, fileSource, freshImport, stripping]
