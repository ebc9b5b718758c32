/**
 * Files between the page and the processes.
 * @module
 */

import type { FileSystemTree } from '@webcontainer/api'
import { CONTAINER_LIMITS } from '../../sandbox/webcontainer/limits.ts'
import script from '../scripts/files.mjs?raw'
import { alphabet, everyByte, isEveryByte } from './alphabet.ts'
import { type Probe, USUAL_LIMIT } from './probe.ts'
import type { Trial } from './trial.ts'

/** Bytes of a file: more than any buffer on the way. */
const SIZE = 70_000

const roundTrip: Probe = {
  id: 'file-bytes',
  title: 'A file of bytes of every value',
  assumption: 'The page reads the very bytes that it wrote.',
  otherwise: 'Bodies that are not text come out wrong, and the self-check before first use fails.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const began = performance.now()
    await trial.write('bytes.bin', everyByte(SIZE))
    const read = await trial.container.fs.readFile(trial.path('bytes.bin'))
    const holds = read.length === SIZE && isEveryByte(read)
    const seen = holds ? 'They were the same.' : `Of ${SIZE} bytes ${read.length} came back, not all the same.`
    return { holds, seen, measured: { ms: performance.now() - began } }
  },
}

const keepsBuffer: Probe = {
  id: 'file-keeps-buffer',
  title: 'The buffer of a file that is written',
  assumption: 'writeFile leaves the buffer that it is given as it is.',
  otherwise: 'A message that is written twice is empty the second time.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    const bytes = everyByte(SIZE)
    await trial.write('bytes.bin', bytes)
    return { holds: bytes.length === SIZE, seen: `It has ${bytes.length} of ${SIZE} bytes.`, measured: {} }
  },
}

const toProcess: Probe = {
  id: 'file-to-process',
  title: 'A file from the page to a process',
  assumption: 'A process reads what the page wrote before, byte for byte.',
  otherwise: 'Long messages do not arrive, and the self-check before first use fails.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    await trial.write('in.bin', everyByte(SIZE))
    const answer = await trial.ask(script, { args: ['read', 'in.bin'] })
    const holds = answer.number('size') === SIZE && answer.flag('intact')
    return { holds, seen: `It read ${answer.number('size')} of ${SIZE} bytes.`, measured: {} }
  },
}

const fromProcess: Probe = {
  id: 'file-from-process',
  title: 'A file from a process to the page',
  assumption: 'The page reads what a process wrote before it said so, byte for byte.',
  otherwise: 'Long answers do not arrive, and the self-check before first use fails.',
  matters: true,
  limit: USUAL_LIMIT,
  async run(trial) {
    await trial.ask(script, { args: ['write', 'out.bin', String(SIZE)] })
    const read = await trial.container.fs.readFile(trial.path('out.bin'))
    const holds = read.length === SIZE && isEveryByte(read)
    return { holds, seen: `The page read ${read.length} of ${SIZE} bytes.`, measured: {} }
  },
}

/** How long mounting may take until the probe gives up: longer than the code waits, so that it is measured, ms. */
const MOUNT_LIMIT = CONTAINER_LIMITS.mount + 10_000

/** Files of a tree that is mounted, and characters of each: 2 MB, which is what the packages of programs come to. */
const MOUNTED = { files: 200, each: 10_000 }

const tree = (): FileSystemTree => {
  const contents = alphabet(MOUNTED.each)
  const files = Array.from({ length: MOUNTED.files }, (_, index) => [`${index}.txt`, { file: { contents } }] as const)
  return Object.fromEntries(files)
}

const countMounted = async (trial: Trial, folder: string, ms: number) => {
  const answer = await trial.ask(script, { args: ['count', folder] })
  const [files, size] = [answer.number('files'), answer.number('size')]
  const holds = files === MOUNTED.files && size === MOUNTED.files * MOUNTED.each && ms <= CONTAINER_LIMITS.mount
  return {
    holds,
    seen: `It took ${(ms / 1000).toFixed(1)} s, and a process found ${files} files of ${size} bytes.`,
    measured: { files, bytes: size, ms },
  }
}

const mountTree = async (trial: Trial): Promise<number> => {
  await trial.container.fs.mkdir(trial.path('mounted'), { recursive: true })
  const began = performance.now()
  await trial.container.mount(tree(), { mountPoint: trial.path('mounted') })
  return performance.now() - began
}

const MOUNT_FAILS = 'The packages that programs import are missing; the WebContainer is not used, and says so.'

const mounting: Probe = {
  id: 'mount',
  title: 'Mounting 2 MB in 200 files',
  assumption: `A tree of files is mounted below a folder, within ${CONTAINER_LIMITS.mount / 1000} s.`,
  otherwise: MOUNT_FAILS,
  matters: true,
  limit: MOUNT_LIMIT,
  run: async trial => countMounted(trial, 'mounted', await mountTree(trial)),
}

const mountingSnapshot: Probe = {
  id: 'mount-snapshot',
  title: 'Mounting 2 MB as a snapshot',
  assumption: `A binary snapshot, as export() gives it, is mounted below a folder, within ${CONTAINER_LIMITS.mount / 1000} s.`,
  otherwise: MOUNT_FAILS,
  matters: true,
  limit: MOUNT_LIMIT,
  async run(trial) {
    await mountTree(trial)
    const snapshot = await trial.container.export(trial.path('mounted'), { format: 'binary' })
    await trial.container.fs.mkdir(trial.path('again'), { recursive: true })
    const [began, bytes] = [performance.now(), snapshot.length]
    await trial.container.mount(snapshot, { mountPoint: trial.path('again') })
    const { holds, seen, measured } = await countMounted(trial, 'again', performance.now() - began)
    // The code mounts a copy, and so it does not matter which.
    const both = `${seen} The buffer is ${snapshot.length === 0 ? 'gone' : 'still there'}.`
    return { holds, seen: both, measured: { ...measured, snapshotBytes: bytes } }
  },
}

export const fileProbes: readonly Probe[] = [roundTrip, keepsBuffer, toProcess, fromProcess, mounting, mountingSnapshot]
