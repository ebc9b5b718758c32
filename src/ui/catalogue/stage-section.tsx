/**
 * One stage of the path, with those of its exercises that are shown.
 * @module
 */

import type { Journey, RouteStage, Stop } from '../../workspace/route.ts'
import { durationText } from './duration.ts'
import { ExerciseCard } from './exercise-card.tsx'

interface Props {
  readonly stage: RouteStage
  readonly stops: readonly Stop[]
  readonly progress: Journey['progress']
}

/** Of the whole stage, whatever is shown of it. */
function Facts({ stage: { exercises }, progress }: Omit<Props, 'stops'>) {
  const solved = exercises.filter(({ summary }) => progress.get(summary.id) === 'solved').length
  const all = exercises.length
  const minutes = exercises.reduce((sum, { summary }) => sum + summary.minutes, 0)
  const count = solved > 0 ? `${solved} of ${all} solved` : `${all} ${all === 1 ? 'exercise' : 'exercises'}`
  return (
    <p className="stage-facts" data-solved={solved === all || undefined}>
      {count}, {durationText(minutes)}
    </p>
  )
}

export function StageSection({ stage, stops, progress }: Props) {
  return (
    <section className="stage">
      <div className="stage-head">
        <h3>{stage.title}</h3>
        <Facts stage={stage} progress={progress} />
        <p className="stage-why">{stage.why}</p>
      </div>
      <ol className="exercise-list">
        {stops.map(stop => (
          <ExerciseCard key={stop.summary.id} stop={stop} state={progress.get(stop.summary.id) ?? 'new'} />
        ))}
      </ol>
    </section>
  )
}
