/**
 * The seed of generated values, where an exercise has such: a link that brings them back, and a way to others.
 * @module
 */

import { Dices, Link } from 'lucide-react'
import { hasGenerated } from '../../workspace/selectors.ts'
import { useActions, useWorkspaceState } from '../context.ts'

export function SeedLine() {
  const seed = useWorkspaceState(state => state.seed)
  const shown = useWorkspaceState(hasGenerated)
  const { newValues } = useActions()
  if (!shown) return null
  return (
    <div className="seed-line">
      <span>Seed {seed}</span>
      <a className="button quiet small" href={`?seed=${seed}`}>
        <Link aria-hidden size={12} />
        Link to these values
      </a>
      <button type="button" className="button quiet small" onClick={newValues}>
        <Dices aria-hidden size={14} />
        New values
      </button>
    </div>
  )
}
