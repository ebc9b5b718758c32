/**
 * The Markdown of a brief → HTML, with the sections "Hints" and "Quiz" taken out of it.
 * @module
 */

import createParser, { type MarkdownIt, type Token } from 'markdown-it'
import type { QuizOption, QuizQuestion } from '../src/exercise/exercise.ts'
import { ExerciseError } from './exercise-error.ts'
import type { Highlight } from './highlight.ts'

export interface Brief {
  readonly html: string
  readonly hintsHtml: readonly string[]
  readonly quiz: readonly QuizQuestion[]
}

type Tokens = Token[]

const isExternal = (href: string): boolean => /^[a-z][a-z\d+.-]*:/iu.test(href)

/** The text of the last heading before a token; it names what follows to a screen reader. */
const headingBefore = (tokens: Tokens, index: number): string => {
  const heading = tokens.slice(0, index).findLastIndex(token => token.type === 'heading_open')
  return tokens[heading + 1]?.content ?? ''
}

/** Code of so many characters fits into the narrowest column. */
const fits = 18

/** Where longer code may be broken: behind `,` `(` `{` `&` and `key=`, before `?` and the `.` of a chain. */
const breaks = /(?<=[,({&]|\w=)(?=[\w"'{[%/:])|(?<=\w)(?=\?\w|\.[a-z]+[.(])/iu

/** Our Markdown: no HTML in it, links to elsewhere open elsewhere, wide tables scroll by themselves. */
const createMarkdown = (file: string, highlight: Highlight): MarkdownIt => {
  const markdown = createParser({
    html: false,
    highlight: (code, language) => {
      const html = highlight(code.trimEnd(), language || 'text')
      if (html !== null) return html
      throw new ExerciseError(
        file,
        `has code in "${language}", which is not highlighted`,
        'use http, json, python, sh, text or ts',
      )
    },
  })
  markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    const link = tokens[index]
    if (link && isExternal(String(link.attrGet('href')))) {
      link.attrSet('target', '_blank')
      link.attrSet('rel', 'noreferrer')
    }
    return self.renderToken(tokens, index, options)
  }
  // A table in a narrow pane is as wide as what cannot be broken.
  markdown.renderer.rules.code_inline = (tokens, index) => {
    const code = tokens[index]?.content ?? ''
    const parts = code.length > fits ? code.split(breaks) : [code]
    return `<code>${parts.map(part => markdown.utils.escapeHtml(part)).join('<wbr>')}</code>`
  }
  markdown.renderer.rules.table_open = (tokens, index) => {
    const label = markdown.utils.escapeHtml(headingBefore(tokens, index))
    return `<div class="table-scroll" role="region" aria-label="Table: ${label}" tabindex="0"><table>\n`
  }
  markdown.renderer.rules.table_close = () => '</table></div>\n'
  return markdown
}

/** The tokens between each opening of this type and its closing, outermost ones only. */
const blocks = (tokens: Tokens, type: string): Tokens[] => {
  const found: Tokens[] = []
  let from = -1
  for (const [index, token] of tokens.entries()) {
    const outermost = tokens[from]?.level
    if (from < 0 && token.type === `${type}_open`) from = index
    else if (token.type === `${type}_close` && token.level === outermost) {
      found.push(tokens.slice(from + 1, index))
      from = -1
    }
  }
  return found
}

/** Splits at headings of one rank: the heading's text, and what stands below it. */
const sections = (tokens: Tokens, tag: string): { readonly heading: string; readonly tokens: Tokens }[] => {
  const starts = tokens.flatMap((token, index) => (token.type === 'heading_open' && token.tag === tag ? [index] : []))
  return starts.map((start, index) => ({
    heading: tokens[start + 1]?.content ?? '',
    tokens: tokens.slice(start + 3, starts[index + 1]),
  }))
}

/**
 * @param text Markdown without its front matter
 * @param file path below exercises/, for errors
 * @throws {ExerciseError} when hints or quiz are missing or malformed
 */
export const renderBrief = (text: string, file: string, highlight: Highlight): Brief => {
  const markdown = createMarkdown(file, highlight)
  const tokens = markdown.parse(text, {})
  const render = (part: Tokens): string => markdown.renderer.render(part, markdown.options, {}).trim()
  const section = (heading: string): Tokens => {
    const found = sections(tokens, 'h2').find(candidate => candidate.heading === heading)
    if (found) return found.tokens
    throw new ExerciseError(file, `has no section "## ${heading}"`, 'add it, as docs/authoring.md shows')
  }

  const option = (item: Tokens, question: string): QuizOption => {
    const mark = /^\[(?<mark>[x ])\] (?<answer>.+)$/su.exec(item[1]?.content ?? '')?.groups
    if (!mark)
      throw new ExerciseError(file, `has an option under "${question}" without a box`, 'begin it with [x] or [ ]')
    const whyHtml = render(item.slice(3))
    if (whyHtml === '') {
      throw new ExerciseError(
        file,
        `does not say why "${mark.answer}" is right or wrong`,
        'say it in a paragraph below the option',
      )
    }
    return { html: markdown.renderInline(mark.answer ?? ''), right: mark.mark === 'x', whyHtml }
  }
  const question = (part: { heading: string; tokens: Tokens }): QuizQuestion => {
    const options = blocks(part.tokens, 'list_item').map(item => option(item, part.heading))
    const right = options.filter(candidate => candidate.right).length
    if (right !== 1 || options.length < 2) {
      const count = `${options.length} options, ${right} of them right,`
      throw new ExerciseError(
        file,
        `has ${count} under "${part.heading}"`,
        'write several options and mark exactly one [x]',
      )
    }
    return { html: markdown.renderInline(part.heading), options }
  }

  const hintsHtml = blocks(section('Hints'), 'list_item').map(render)
  if (hintsHtml.length === 0)
    throw new ExerciseError(file, 'has no hints', 'write them as an ordered list under "## Hints"')
  const quiz = sections(section('Quiz'), 'h3').map(question)
  if (quiz.length === 0) throw new ExerciseError(file, 'has no quiz', 'write each question as "### …" under "## Quiz"')
  return { html: render(tokens.slice(0, bodyEnd(tokens, file))), hintsHtml, quiz }
}

/** Hints and quiz come last, so that nothing the learner should read can stand behind them unseen. */
const bodyEnd = (tokens: Tokens, file: string): number => {
  const headings = sections(tokens, 'h2').map(part => part.heading)
  if (headings.slice(-2).join() !== 'Hints,Quiz') {
    throw new ExerciseError(file, 'does not end with "## Hints" and "## Quiz"', 'move them to the end, in this order')
  }
  return tokens.findIndex((token, index) => token.tag === 'h2' && tokens[index + 1]?.content === 'Hints')
}
