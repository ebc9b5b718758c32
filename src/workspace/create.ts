/**
 * Makes the workspace of one exercise: what was kept, what the address brings, and the actions of a person.
 * @module
 */

import { createStore } from 'zustand/vanilla'
import type { SourceFiles } from '../compile/program.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { firstPath, withGiven } from '../exercise/given.ts'
import type { HttpRequest } from '../http/http.ts'
import type { RemotePipeline } from '../run/remote.ts'
import { drawSeed } from '../run/seed.ts'
import { whyNotAPath } from '../share/path-rules.ts'
import { decodeShare, encodeShare } from '../share/share.ts'
import { Confirmer } from './confirmer.ts'
import { CrashGuard } from './crash-guard.ts'
import { DraftSaver } from './draft-saver.ts'
import type { Drafts } from './drafts.ts'
import type { PageEngines } from './engines.ts'
import { recall } from './recall.ts'
import { Runner } from './runner.ts'
import { readSeed } from './seed.ts'
import type { WorkspaceState } from './state.ts'
import type { Workspace, WorkspaceActions } from './workspace.ts'

export interface WorkspaceOptions {
  readonly exercise: Exercise
  readonly pipeline: Pick<RemotePipeline, 'run' | 'send'>
  readonly engines: WorkspaceEngines
  readonly drafts: Drafts
  /** The address's fragment, `#` included. */
  readonly fragment: string
  /** The address's query, `?` included. */
  readonly query: string
  /** The exercise's address without a query and a fragment. */
  readonly address: string
}

/** What a workspace asks and tells the engines of the page. */
export type WorkspaceEngines = Pick<
  PageEngines,
  'engine' | 'confirms' | 'whenReady' | 'noteCode' | 'noteFiles' | 'store'
>

/** How many sets of files "Reset" and share links put aside before the oldest is let go. */
const mostAside = 10

export const createWorkspace = async (options: WorkspaceOptions): Promise<Workspace> => {
  const { exercise, pipeline, drafts } = options
  const guard = new CrashGuard(exercise.id)
  const first = firstPath(exercise)
  const [kept, link, crashed] = await Promise.all([
    recall(drafts, exercise),
    decodeShare(options.fragment, exercise.start),
    guard.crashed(),
  ])
  const shared = link.kind === 'files' ? link.files : null
  const files = shared ?? kept.files
  /** What the person had before the link; bringing it back ends the pause. */
  const own = shared ? kept.files : null
  const named = readSeed(options.query)
  let aside = kept.aside
  const putAside = (put: SourceFiles): void => {
    if (!sameFiles(put, exercise.start)) aside = [...aside, put].slice(-mostAside)
  }
  if (own) putAside(own)

  const store = createStore<WorkspaceState>(() => ({
    exercise,
    files,
    activePath: first in files ? first : (Object.keys(files)[0] ?? first),
    run: { phase: 'idle' },
    verdict: null,
    ranOn: null,
    confirmation: { kind: 'none' },
    live: shared || kept.paused ? 'link' : crashed ? 'crash' : 'on',
    linkProblem: link.kind === 'broken' ? link.why : null,
    setAside: aside.at(-1) ?? null,
    saving: kept.saving,
    tried: null,
    seed: named.seed ?? drawSeed(),
    seedProblem: named.problem,
  }))
  const saver = new DraftSaver(
    async draft => {
      const replaced = await drafts.save(exercise.id, draft)
      if (!replaced) return
      // Another tab wrote in between: what it wrote is put aside there, and so it is here.
      putAside(replaced)
      store.setState({ setAside: replaced })
    },
    saving => {
      if (saving.kind !== 'saved' || store.getState().saving.kind !== 'saved') store.setState({ saving })
    },
  )
  // A write that is under way ends with the page; what is left here is found by the next one.
  addEventListener('pagehide', () => {
    const pending = saver.pending()
    if (pending) drafts.leave(exercise.id, pending)
  })
  const noteProgress = (state: 'started' | 'solved') =>
    void drafts.saveProgress(exercise.id, state).catch(() => undefined)
  const { engines } = options
  const runner = new Runner({ store, pipeline, engines, guard, onSolved: () => noteProgress('solved') })
  const confirmer = new Confirmer({ store, pipeline, isWanted: () => engines.confirms })
  const unsubscribe = engines.store.subscribe((state, before) => {
    confirmer.look()
    const { live, run } = store.getState()
    // What failed for want of a WebContainer has one now.
    const isBack = state.container.kind === 'ready' && before.container.kind !== 'ready'
    const isWaiting = isBack && engines.engine === 'webcontainer' && run.phase === 'sandbox-failed'
    if (live === 'on' && (isWaiting || state.choice !== before.choice)) runner.run().catch(() => undefined)
  })
  engines.noteCode(store.getState().live === 'on' ? 'untouched' : 'paused')

  /** The one place where the learner's files change. */
  const replaceFiles = (next: SourceFiles, activePath = store.getState().activePath): void => {
    if (sameFiles(store.getState().files, exercise.start)) noteProgress('started')
    store.setState({ files: next, activePath, setAside: aside.at(-1) ?? null })
    keep()
    if (store.getState().live !== 'on') return
    engines.noteFiles()
    engines.noteCode('edited')
    runner.schedule()
  }
  /** Saves what is there. From then on a reload shows it from the draft, paused or not, and the link is done with. */
  const keep = (): void => {
    const { files, live } = store.getState()
    saver.save({ files, aside, paused: live === 'link' })
    if (location.hash !== '' && location.href.startsWith(options.address)) {
      history.replaceState(history.state, '', `${options.address}${location.search}`)
    }
  }
  /** From here on the code in the editor is this person's own affair. */
  const consent = (): void => {
    const { live } = store.getState()
    if (live === 'on') return
    store.setState({ live: 'on' })
    engines.noteCode('edited')
    if (live === 'link') keep()
  }

  const actions: WorkspaceActions = {
    edit(path, text) {
      const { files } = store.getState()
      if (files[path] === text || Object.hasOwn(exercise.given, path)) return
      replaceFiles({ ...files, [path]: text })
    },
    select: path => store.setState({ activePath: path }),
    addFile(path) {
      const { files } = store.getState()
      const why = Object.hasOwn(withGiven(exercise, files), path)
        ? `could not add ${path}: because it is there already; choose another name`
        : whyNotAPath(path)
      if (why === null) replaceFiles({ ...files, [path]: '' }, path)
      return why
    },
    removeFile(path) {
      const { files, activePath } = store.getState()
      if (path === first || !Object.hasOwn(files, path)) return
      putAside(files)
      const rest = Object.fromEntries(Object.entries(files).filter(([name]) => name !== path))
      replaceFiles(rest, activePath === path ? first : activePath)
    },
    run() {
      consent()
      return runner.run()
    },
    setFiles(named) {
      const { files } = store.getState()
      const refused = Object.entries(named)
        .map(([path, text]) => {
          if (Object.hasOwn(exercise.given, path)) return `${path} is given by the exercise and cannot be replaced.`
          return typeof text === 'string' ? whyNotAPath(path) : `${path} has to be a text.`
        })
        .find(why => why !== null)
      if (refused) throw new TypeError(refused)
      replaceFiles({ ...files, ...named })
    },
    newValues() {
      store.setState({ seed: drawSeed(), seedProblem: null })
      // The address would bring the old ones back.
      if (location.search !== '' && location.href.startsWith(options.address)) {
        history.replaceState(history.state, '', `${options.address}${location.hash}`)
      }
      actions.run().catch(() => undefined)
    },
    async send(request: HttpRequest) {
      const { live } = store.getState()
      consent()
      // Whoever sends a request to a stranger's code wants to see it run.
      if (live !== 'on') runner.run().catch(() => undefined)
      const sentTo = store.getState().files
      const sent = { request, sentTo, exchange: null, problem: null }
      store.setState({ tried: sent })
      guard.began()
      try {
        const { engine } = engines
        if (engine === 'webcontainer') await engines.whenReady()
        const exchange = await pipeline.send(engine, withGiven(exercise, sentTo), request)
        if (store.getState().tried === sent) store.setState({ tried: { ...sent, exchange } })
        return exchange
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error)
        if (store.getState().tried === sent) store.setState({ tried: { ...sent, problem } })
        throw error
      } finally {
        guard.ended()
      }
    },
    reset() {
      const { files } = store.getState()
      if (sameFiles(files, exercise.start)) return
      putAside(files)
      replaceFiles(exercise.start, first)
    },
    undo() {
      const back = aside.at(-1)
      if (!back) return
      const { activePath, files, live } = store.getState()
      aside = aside.slice(0, -1)
      putAside(files)
      if (live === 'link' && back === own) store.setState({ live: 'on' })
      replaceFiles(back, activePath in withGiven(exercise, back) ? activePath : first)
    },
    async share() {
      return `${options.address}${await encodeShare(store.getState().files, exercise.start)}`
    },
  }
  if (store.getState().live === 'on') runner.run().catch(() => undefined)
  const close = (): void => {
    unsubscribe()
    confirmer.stop()
  }
  return { store, actions, close }
}

const sameFiles = (a: SourceFiles, b: SourceFiles): boolean => {
  const paths = Object.keys(a)
  return paths.length === Object.keys(b).length && paths.every(path => a[path] === b[path])
}
