/**
 * The few words of the badge: whose verdict is on the page, and how the WebContainer stands.
 * @module
 */

import type { EngineName } from '../../sandbox/sandbox.ts'
import type { Confirmation, EnginesState } from '../../workspace/engines-state.ts'
import { engineName, stageWords } from './words.ts'

export interface BadgeFacts extends Pick<EnginesState, 'choice' | 'container'> {
  /** The engine of the verdict on the page; null before the first. */
  readonly verdictOf: EngineName | null
  readonly confirmation: Confirmation
}

/** What the badge looks like: each look has an icon of its own. */
export type BadgeLook = 'plain' | 'booting' | 'ready' | 'confirmed' | 'differs' | 'unavailable'

export interface BadgeWords {
  readonly look: BadgeLook
  /** Null while nothing can answer. */
  readonly engine: string | null
  /** How the WebContainer stands; null when that is not worth a word. */
  readonly state: string | null
}

export function badgeWords(facts: BadgeFacts): BadgeWords {
  const { choice, container, verdictOf } = facts
  const alone = choice === 'webcontainer'
  const answering = engineName(verdictOf ?? (alone ? 'webcontainer' : 'embedded'))
  const engine = alone && container.kind !== 'ready' ? null : answering
  if (container.kind === 'booting') {
    return { look: 'booting', engine, state: `Starting Node: ${stageWords(container.stage)}` }
  }
  if (choice === 'embedded') return { look: 'plain', engine, state: null }
  if (container.kind === 'failed') return { look: 'unavailable', engine, state: 'Real Node not available' }
  if (container.kind !== 'ready') {
    return alone
      ? { look: 'unavailable', engine, state: 'Real Node not started' }
      : { look: 'plain', engine, state: null }
  }
  if (alone) return { look: 'ready', engine, state: `Node ${container.node}` }
  return { engine, ...CONFIRMATIONS[facts.confirmation.kind](container.node) }
}

type Confirmed = (node: string) => { readonly look: BadgeLook; readonly state: string }

const CONFIRMATIONS: Readonly<Record<Confirmation['kind'], Confirmed>> = {
  none: node => ({ look: 'ready', state: `Node ${node} is ready` }),
  running: node => ({ look: 'ready', state: `Node ${node} is checking` }),
  confirmed: node => ({ look: 'confirmed', state: `Confirmed by Node ${node}` }),
  differs: () => ({ look: 'differs', state: 'Engines disagree' }),
  unknown: () => ({ look: 'ready', state: 'Not confirmed by Node' }),
}
