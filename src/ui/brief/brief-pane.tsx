/**
 * What the exercise asks for, and the FastAPI code that answers it.
 * @module
 */

import { useState } from 'react'
import { useWorkspaceState } from '../context.ts'
import { Tabs } from '../parts/tabs.tsx'
import { TrustedHtml } from '../parts/trusted-html.tsx'
import { Hints } from './hints.tsx'
import { Original } from './original.tsx'
import { PathNav } from './path-nav.tsx'
import { Quiz } from './quiz.tsx'
import { Related } from './related.tsx'
import { Solution } from './solution.tsx'

function Question() {
  const { title, difficulty, minutes, topics, briefHtml, hintsHtml, quiz, related } = useWorkspaceState(
    state => state.exercise,
  )
  return (
    <article className="scroll brief">
      <header className="brief-header">
        <h2>{title}</h2>
        <p className="facts">
          <span className="difficulty" data-difficulty={difficulty}>
            {difficulty}
          </span>
          <span>{minutes} minutes</span>
          <span>{topics.join(', ')}</span>
        </p>
      </header>
      <TrustedHtml className="prose" html={briefHtml} />
      <Hints hints={hintsHtml} />
      <Quiz questions={quiz} />
      <Solution />
      <PathNav />
      <Related questions={related} />
    </article>
  )
}

export function BriefPane() {
  const [tab, setTab] = useState<'question' | 'original'>('question')
  return (
    <Tabs
      className="fill"
      label="Brief"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'question', label: 'Question', panel: <Question /> },
        { id: 'original', label: 'FastAPI original', panel: <Original /> },
      ]}
    />
  )
}
