/**
 * The composition root: chooses the parts, puts them together and shows the page that the address names.
 * @module
 */

import './ui/styles/index.css'
import catalog from 'virtual:catalog'
import { withGiven } from './exercise/given.ts'
import { createPageParts } from './page-parts.ts'
import { CONTAINER_LIMITS } from './sandbox/webcontainer/limits.ts'
import { createWorkspace } from './workspace/create.ts'
import { Drafts, type ProgressState } from './workspace/drafts.ts'
import { PageEngines } from './workspace/engines.ts'
import { lastOpen, noteOpen } from './workspace/last-open.ts'
import { OpenAppRunner } from './workspace/open-app.ts'
import { createStages, type Journey, neighboursOf, nextUnsolved, stopsOf } from './workspace/route.ts'
import { createScripting } from './workspace/scripting.ts'
import type { Workspace } from './workspace/workspace.ts'

const { container, pipeline } = createPageParts({
  onRestart: restarting => engines.noteRestart(restarting),
  onLost: why => engines.noteLost(why),
  requireContainer: () => engines.requireContainer(),
})
const openApp = new OpenAppRunner({
  createServer: events => container.openApp(events),
  compile: files => pipeline.compile(files),
  files: () => {
    const state = workspace?.store.getState()
    return state?.live === 'on' ? withGiven(state.exercise, state.files) : null
  },
})
const engines = new PageEngines({ container, pipeline, openApp, usual: CONTAINER_LIMITS.usual })
const drafts = new Drafts()
const { dataset } = document.documentElement
const base = new URL(dataset.base ?? './', location.href)
const addressOf = (id: string): string => new URL(`exercises/${id}/`, base).href
const stages = createStages(
  catalog.map(({ summary }) => summary),
  addressOf,
)
/** What is on the page, or being put there; the workspace is null until it can be used. */
let shown: { readonly id: string | null; readonly done: Promise<Workspace | null> } | null = null
let workspace: Workspace | null = null

// Relative in the page's source; the address may change under it without a new page.
for (const icon of document.querySelectorAll<HTMLLinkElement>('link[rel=icon]')) icon.href = new URL(icon.href).href

const root = document.getElementById('root')
if (!root) throw new Error('could not show the page: because it has no #root')

const readJourney = async (): Promise<Journey> => ({
  progress: await drafts.progress().catch(() => new Map<string, ProgressState>()),
  last: lastOpen(),
})

// The pages are downloads of their own: what the one needs, the other does not wait for.
const showExercise = async (id: string): Promise<Workspace | null> => {
  const entry = catalog.find(({ summary }) => summary.id === id)
  if (!entry) return showCatalogue()
  pipeline.prepare()
  const parts = Promise.all([import('./ui/exercise-page.tsx'), readJourney()])
  // It is looked at below; a rejection that comes while something else is waited for is not unhandled.
  parts.catch(() => undefined)
  const { default: exercise } = await entry.load()
  pipeline.expect(exercise.packages)
  const { hash: fragment, search: query } = location
  const opened = await createWorkspace({ exercise, pipeline, engines, drafts, fragment, query, address: addressOf(id) })
  const [{ mountExercise }, { progress }] = await parts
  const stops = stopsOf(stages)
  const way = { ...neighboursOf(stops, id), unsolved: nextUnsolved(stops, id, progress) }
  mountExercise(root, opened, { base: base.href, engines, way })
  noteOpen(id)
  return opened
}

const showCatalogue = async (): Promise<null> => {
  const [{ mountCatalogue }, journey] = await Promise.all([import('./ui/catalogue/catalogue-page.tsx'), readJourney()])
  mountCatalogue(root, { stages, journey, readJourney })
  return null
}

const show = async (id: string | null): Promise<void> => {
  workspace?.close()
  openApp.close()
  workspace = null
  const done = id === null ? showCatalogue() : showExercise(id)
  const showing = { id, done }
  shown = showing
  try {
    const opened = await done
    if (shown === showing) workspace = opened
  } catch (error) {
    if (shown === showing) shown = null
    const notice = document.createElement('p')
    notice.setAttribute('role', 'alert')
    notice.textContent = `Could not open the page: because a part of it could not be loaded (${error}). Reload the page.`
    root.prepend(notice)
    throw error
  }
}

const open = async (id: string): Promise<void> => {
  if (shown?.id === id) return void (await shown.done)
  history.pushState(null, '', addressOf(id))
  await show(id)
}
addEventListener('popstate', () => {
  // The catalogue follows its own address.
  if (shown?.id === null && location.pathname === base.pathname) return
  location.reload()
})

declare global {
  interface Window {
    rendition: ReturnType<typeof createScripting>
  }
}
window.rendition = createScripting({
  exercises: catalog.map(({ summary }) => summary),
  open,
  workspace: () => workspace,
  pipeline,
  engines,
})

await show(dataset.exercise ?? null)

/** Everything is kept for the next time once this time's page has all it needs. */
const keepForOffline = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker
    .register(new URL('offline.js', base))
    .catch(error => console.warn('Not available offline:', error))
}
if (document.readyState === 'complete') setTimeout(keepForOffline, 5_000)
else addEventListener('load', () => setTimeout(keepForOffline, 5_000))
