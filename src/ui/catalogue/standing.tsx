/**
 * What the person is offered to do now, and how far they have come.
 * @module
 */

import { ArrowRight } from 'lucide-react'
import type { Journey, Offer, Stop } from '../../workspace/route.ts'
import { durationText } from './duration.ts'

interface Props {
  /** In the path's order. */
  readonly stops: readonly Stop[]
  readonly progress: Journey['progress']
}

const HEADS = { begin: 'Begin here', 'go-on': 'Go on with', next: 'Next on the path' }
const VERBS = { begin: 'Begin', 'go-on': 'Go on', next: 'Begin' }

/** "4 of 13 solved, about 3 h 20 min left" */
function standingText({ stops, progress }: Props): string {
  const left = stops.filter(({ summary }) => progress.get(summary.id) !== 'solved')
  const minutes = left.reduce((sum, { summary }) => sum + summary.minutes, 0)
  const count = `${stops.length} ${stops.length === 1 ? 'exercise' : 'exercises'}`
  if (progress.size === 0) return `${count}, about ${durationText(minutes)} in all`
  const solved = `${stops.length - left.length} of ${stops.length} solved`
  return left.length === 0 ? solved : `${solved}, about ${durationText(minutes)} left`
}

function Offered({ offer }: { readonly offer: Offer }) {
  if (offer.kind === 'done') {
    return (
      <div>
        <h2>Every exercise is solved.</h2>
        <p className="muted">Whatever you open again is as you left it. Reset it, and solve it another way.</p>
      </div>
    )
  }
  const { number, summary, address } = offer.stop
  return (
    <>
      <div>
        <p className="eyebrow">{HEADS[offer.kind]}</p>
        <h2>
          {number}. {summary.title}
        </h2>
        <p className="muted">
          <span className="difficulty">{summary.difficulty}</span>, {summary.minutes} min
        </p>
      </div>
      <a className="button primary" href={address} aria-label={`${VERBS[offer.kind]}: ${summary.title}`}>
        {VERBS[offer.kind]}
        <ArrowRight aria-hidden size={14} />
      </a>
    </>
  )
}

export function Standing({ offer, ...props }: Props & { readonly offer: Offer }) {
  const { stops, progress } = props
  return (
    <section className="standing" aria-label="Where you are">
      <div className="offer">
        <Offered offer={offer} />
      </div>
      <div className="journey" aria-hidden="true">
        {stops.map(({ summary: { id } }) => (
          <i key={id} data-state={progress.get(id) ?? 'new'} />
        ))}
      </div>
      <p className="standing-text">{standingText(props)}</p>
    </section>
  )
}
