/**
 * A Vite plugin that makes a static page for every exercise from index.html: `exercises/<id>/index.html` with the brief
 * inside, readable without scripts, and the headers that any host must send (`headers.json`).
 * @module
 */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { ExerciseSummary } from '../src/exercise/exercise.ts'
import { numberOf } from '../src/exercise/exercise-id.ts'
import { stagesOf } from '../src/exercise/path.ts'
import { frameScript } from '../src/sandbox/embedded/page/srcdoc.ts'
import { escapeHtml } from './escape-html.ts'
import { pageHeaders } from './headers.mjs'
import { tagsOf } from './page-parts.ts'
import { staticCatalogue } from './static-catalogue.ts'

/** What a static page shows before, or without, the scripts. */
export interface StaticExercise extends ExerciseSummary {
  readonly briefHtml: string
  readonly originalHtml: string
}

const CATALOGUE_PAGE = '/src/ui/catalogue/catalogue-page.tsx'
const EXERCISE_PAGE = '/src/ui/exercise-page.tsx'

const engineHash = `sha256-${createHash('sha256').update(frameScript).digest('base64')}`

const link = (words: string, { id, title }: StaticExercise): string =>
  `<li>${words}: <a href="../${id}/">${numberOf(id)}. ${escapeHtml(title)}</a></li>`

/** The way to other exercises, in the order of the path. */
const nav = (id: string, exercises: readonly StaticExercise[]): string => {
  const path = stagesOf(exercises, one => one.id).flatMap(stage => stage.exercises)
  const at = path.findIndex(one => one.id === id)
  const [before, after] = [path[at - 1], path[at + 1]]
  const steps = [before ? link('Before this', before) : '', after ? link('After this', after) : '']
  return `<nav aria-label="Exercises"><ul>${steps.join('')}<li><a href="../../">All exercises</a></li></ul></nav>`
}

const article = (exercise: StaticExercise, exercises: readonly StaticExercise[]): string => {
  const { id, title, difficulty, minutes, briefHtml, originalHtml } = exercise
  return `<main class="static-brief"><h1>${escapeHtml(title)}</h1><p class="faint"><span class="difficulty">${difficulty}</span>, ${minutes} minutes</p><div class="prose">${briefHtml}<h2>The FastAPI original</h2>${originalHtml}</div>${nav(id, exercises)}</main>`
}

/** `index.html` with its slots filled; `base` is the way from the page back to the site's root. */
const fill = (template: string, base: string, exercise: StaticExercise | null, body: string): string => {
  const title = exercise ? `${exercise.title} · Rendition` : 'Rendition'
  return template
    .replace('<html ', `<html data-base="${base}"${exercise ? ` data-exercise="${exercise.id}"` : ''} `)
    .replace(/<title>.*?<\/title>/s, () => `<title>${escapeHtml(title)}</title>`)
    .replace(/(<meta name="description" content=")[^"]*/, (whole, start) =>
      exercise ? start + escapeHtml(exercise.summary) : whole,
    )
    .replace('<div id="root"></div>', () => `<div id="root">${body}</div>`)
}

/** What the first verdict needs, asked for while the page is still being read. */
const preloads = (id: string, files: readonly string[]): string => {
  const chunk = files.find(file => file.startsWith(`assets/${id}-`) && file.endsWith('.js'))
  const engine = files.find(file => /^assets\/engine-[^/]*\.json$/.test(file))
  return [
    chunk ? `<link rel="modulepreload" crossorigin href="./${chunk}">` : '',
    engine ? `<link rel="preload" as="fetch" crossorigin href="./${engine}">` : '',
  ].join('')
}

/** Addresses of the built template are relative to the site's root; an exercise's page lies two folders below it. */
const fromBelow = (html: string): string => html.replace(/((?:href|src)=")\.\//g, '$1../../')

const exercisePath = /^\/exercises\/([^/]+)\/(?:index\.html)?$/

export const pages = (readExercises: (root: string) => Promise<readonly StaticExercise[]>): Plugin => {
  let root = ''
  return {
    name: 'rendition:pages',
    enforce: 'post',
    configResolved(config) {
      root = config.root
    },
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const path = (request.url ?? '/').replace(/[?#].*$/, '')
        const id = exercisePath.exec(path)?.[1]
        if (path !== '/' && !id) return next()
        try {
          const exercises = await readExercises(root)
          const exercise = exercises.find(one => one.id === id) ?? null
          if (id && !exercise) return next()
          const template = await server.transformIndexHtml(path, await readFile(join(root, 'index.html'), 'utf8'))
          const html = exercise
            ? fill(template, '../../', exercise, article(exercise, exercises))
            : fill(template, './', null, staticCatalogue(exercises))
          response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
        } catch (error) {
          next(error)
        }
      })
    },
    async generateBundle(_options, bundle) {
      const index = bundle['index.html']
      if (index?.type !== 'asset') return
      const template = String(index.source)
      const withTags = (tags: string): string => template.replace('</head>', () => `${tags}</head>`)
      const exercises = await readExercises(root)
      const catalogue = withTags(tagsOf(bundle, CATALOGUE_PAGE, template))
      index.source = fill(catalogue, './', null, staticCatalogue(exercises))
      const exercisePage = tagsOf(bundle, EXERCISE_PAGE, template)
      for (const exercise of exercises) {
        const page = withTags(exercisePage + preloads(exercise.id, Object.keys(bundle)))
        const source = fill(fromBelow(page), '../../', exercise, article(exercise, exercises))
        this.emitFile({ type: 'asset', fileName: `exercises/${exercise.id}/index.html`, source })
      }
      const headers = pageHeaders({ engineHash })
      this.emitFile({ type: 'asset', fileName: 'headers.json', source: `${JSON.stringify({ headers }, null, 2)}\n` })
    },
  }
}
