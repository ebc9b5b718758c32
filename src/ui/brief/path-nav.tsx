/**
 * The exercises before and after this one on the path.
 * @module
 */

import { ArrowLeft, ArrowRight } from 'lucide-react'
import type { Stop } from '../../workspace/route.ts'
import { useWay } from '../context.ts'

interface StepProps {
  readonly stop: Stop | null
  readonly direction: 'previous' | 'next'
}

function Step({ stop, direction }: StepProps) {
  if (stop === null) return null
  const { number, summary, address } = stop
  const Icon = direction === 'previous' ? ArrowLeft : ArrowRight
  return (
    <a className="path-step" data-direction={direction} href={address}>
      <span className="faint">
        <Icon aria-hidden size={12} />
        {direction === 'previous' ? 'Before this' : 'After this'}
      </span>
      <span className="path-title">
        {number}. {summary.title}
      </span>
    </a>
  )
}

export function PathNav() {
  const { previous, next } = useWay()
  if (previous === null && next === null) return null
  return (
    <nav className="brief-section" aria-labelledby="path-title">
      <h3 id="path-title">On the path</h3>
      <div className="path-steps">
        <Step stop={previous} direction="previous" />
        <Step stop={next} direction="next" />
      </div>
    </nav>
  )
}
