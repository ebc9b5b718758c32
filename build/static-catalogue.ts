/**
 * The catalogue as readers without scripts see it: the stages of the path, each with its exercises. It looks as
 * src/ui/catalogue does, without what only scripts can do.
 * @module
 */

import type { ExerciseSummary } from '../src/exercise/exercise.ts'
import { numberOf } from '../src/exercise/exercise-id.ts'
import { type StageOf, stagesOf } from '../src/exercise/path.ts'
import { durationText } from '../src/ui/catalogue/duration.ts'
import { HEADING, LEAD } from '../src/ui/catalogue/words.ts'
import { escapeHtml } from './escape-html.ts'

const card = ({ id, title, summary, topics, difficulty, minutes }: ExerciseSummary): string =>
  `<li class="exercise-card"><span class="exercise-number" aria-hidden="true">${numberOf(id)}</span>
<div class="exercise-text"><h4><a href="./exercises/${id}/"><span class="visually-hidden">${numberOf(id)}. </span>${escapeHtml(title)}</a></h4>
<p>${escapeHtml(summary)}</p>
<ul class="chips" aria-label="Topics">${topics.map(topic => `<li>${escapeHtml(topic)}</li>`).join('')}</ul></div>
<div class="exercise-facts"><span class="difficulty">${difficulty}</span><span class="minutes">${minutes} min</span></div></li>`

const stageSection = ({ title, why, exercises }: StageOf<ExerciseSummary>): string => {
  const minutes = exercises.reduce((sum, exercise) => sum + exercise.minutes, 0)
  const count = `${exercises.length} ${exercises.length === 1 ? 'exercise' : 'exercises'}`
  return `<section class="stage"><div class="stage-head"><h3>${title}</h3>
<p class="stage-facts">${count}, ${durationText(minutes)}</p><p class="stage-why">${why}</p></div>
<ol class="exercise-list">${exercises.map(card).join('\n')}</ol></section>`
}

/** What stands in the page's root. */
export const staticCatalogue = (exercises: readonly ExerciseSummary[]): string =>
  `<div class="catalogue static-catalogue"><header class="catalogue-bar"><span class="brand"><img src="./icon.svg" width="20" height="20" alt="">Rendition</span></header>
<main class="catalogue-main"><h1>${HEADING}</h1><p class="lead">${LEAD}</p>
<noscript><p class="lead">Without scripts you can read every question and the FastAPI code that answers it. To write the rendition and have it checked, turn them on.</p></noscript>
<section class="exercises" aria-labelledby="exercises-title"><h2 id="exercises-title">Exercises</h2>
${stagesOf(exercises, ({ id }) => id)
  .map(stageSection)
  .join('\n')}</section></main></div>`
