/**
 * A solution to read, behind a deliberate click. It never touches the learner's code.
 * @module
 */

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { isSolved } from '../../workspace/selectors.ts'
import { useWorkspaceState } from '../context.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { TrustedHtml } from '../parts/trusted-html.tsx'

function SolutionFile({ path, html, text }: { readonly path: string; readonly html: string; readonly text: string }) {
  return (
    <figure className="listing">
      <figcaption>
        <code>{path}</code>
        <CopyButton text={text} label="Copy" />
      </figcaption>
      <TrustedHtml html={html} className="highlighted" />
    </figure>
  )
}

export function Solution() {
  const [shown, setShown] = useState(false)
  const { solution, solutionHtml } = useWorkspaceState(state => state.exercise)
  const solved = useWorkspaceState(isSolved)
  const Icon = shown ? EyeOff : Eye
  return (
    <section className="brief-section" aria-labelledby="solution-title">
      <h3 id="solution-title">Solution</h3>
      <p className="muted">
        {solved
          ? 'You solved it. Compare with one way of doing it.'
          : 'One right answer among several. Your code stays as it is.'}
      </p>
      <button type="button" className="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <Icon aria-hidden size={14} />
        {shown ? 'Hide the solution' : 'Show the solution'}
      </button>
      {shown
        ? Object.entries(solutionHtml).map(([path, html]) => (
            <SolutionFile key={path} path={path} html={html} text={solution[path] ?? ''} />
          ))
        : null}
    </section>
  )
}
