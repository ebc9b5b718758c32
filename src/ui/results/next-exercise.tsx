/**
 * Where to go once the exercise is solved.
 * @module
 */

import { ArrowRight } from 'lucide-react'
import { wasSolved } from '../../workspace/selectors.ts'
import { useBase, useWay, useWorkspaceState } from '../context.ts'

export function NextExercise() {
  const solved = useWorkspaceState(wasSolved)
  const { unsolved } = useWay()
  const base = useBase()
  if (!solved) return null
  return (
    <p className="next-exercise">
      {unsolved === null ? 'Every exercise is solved.' : 'Next:'}
      <a href={unsolved?.address ?? base}>
        {unsolved === null ? 'All exercises' : `${unsolved.number}. ${unsolved.summary.title}`}
        <ArrowRight aria-hidden size={14} />
      </a>
    </p>
  )
}
