/**
 * How far the start of the WebContainer is, as an arc. The words stand beside it.
 * @module
 */

import { useEngines } from '../context.ts'
import { STAGES, stageIndex } from './words.ts'

export function StageRing() {
  const done = useEngines(({ container }) => (container.kind === 'booting' ? stageIndex(container.stage) + 1 : 0))
  const circle = { cx: 8, cy: 8, r: 6 }
  return (
    <svg className="stage-ring" width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
      <circle className="ring-ground" {...circle} />
      <circle
        className="ring-done"
        {...circle}
        pathLength={STAGES.length}
        strokeDasharray={`${done} ${STAGES.length}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  )
}
