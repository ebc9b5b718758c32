/**
 * A Vite plugin that makes a static page for every exercise from index.html: `exercises/<id>/index.html` with the brief
 * inside, readable without scripts, and the headers that any host must send (`headers.json`).
 * @module
 */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { frameScript } from '../src/sandbox/embedded/page/srcdoc.ts'
import { pageHeaders } from './headers.mjs'

/** What a static page shows before, or without, the scripts. */
export interface StaticExercise {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly briefHtml: string
  readonly originalHtml: string
}

const engineHash = `sha256-${createHash('sha256').update(frameScript).digest('base64')}`

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`)

const article = ({ title, briefHtml, originalHtml }: StaticExercise): string =>
  `<main class="static-brief"><h1>${escapeHtml(title)}</h1>${briefHtml}<h2>The FastAPI original</h2>${originalHtml}</main>`

const list = (exercises: readonly StaticExercise[]): string => {
  const items = exercises.map(
    ({ id, title, summary }) =>
      `<li><a href="./exercises/${id}/">${escapeHtml(title)}</a><p>${escapeHtml(summary)}</p></li>`,
  )
  return `<main class="static-brief"><h1>Rendition</h1><ul>${items.join('')}</ul></main>`
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
            ? fill(template, '../../', exercise, article(exercise))
            : fill(template, './', null, list(exercises))
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
      const exercises = await readExercises(root)
      index.source = fill(template, './', null, list(exercises))
      for (const exercise of exercises) {
        const page = template.replace('</head>', () => `${preloads(exercise.id, Object.keys(bundle))}</head>`)
        const source = fill(fromBelow(page), '../../', exercise, article(exercise))
        this.emitFile({ type: 'asset', fileName: `exercises/${exercise.id}/index.html`, source })
      }
      const headers = pageHeaders({ engineHash })
      this.emitFile({ type: 'asset', fileName: 'headers.json', source: `${JSON.stringify({ headers }, null, 2)}\n` })
    },
  }
}
