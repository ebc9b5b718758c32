/**
 * Which engine the verdict comes from and how the WebContainer stands, in a few words; the rest opens below it.
 * @module
 */

import { Popover } from '@base-ui/react/popover'
import { ChevronDown, CircleCheck, Cpu, Hexagon, type LucideIcon, ShieldAlert, Unplug } from 'lucide-react'
import { useEngines, useWorkspaceState } from '../context.ts'
import { type BadgeLook, badgeWords } from './badge-words.ts'
import { EngineAnnouncer } from './engine-announcer.tsx'
import { EnginePanel } from './engine-panel.tsx'
import { StageRing } from './stage-ring.tsx'

const ICONS: Readonly<Record<Exclude<BadgeLook, 'booting'>, LucideIcon>> = {
  plain: Cpu,
  ready: Hexagon,
  confirmed: CircleCheck,
  differs: ShieldAlert,
  unavailable: Unplug,
}

function StateIcon({ look }: { readonly look: BadgeLook }) {
  if (look === 'booting') return <StageRing />
  const Icon = ICONS[look]
  return <Icon aria-hidden size={14} />
}

export function EngineBadge() {
  const choice = useEngines(state => state.choice)
  const container = useEngines(state => state.container)
  const verdictOf = useWorkspaceState(state => state.verdict?.engine ?? null)
  const confirmation = useWorkspaceState(state => state.confirmation)
  const { look, engine, state } = badgeWords({ choice, container, verdictOf, confirmation })
  const name = [engine, state].filter(words => words !== null).join('. ')
  return (
    <>
      <Popover.Root>
        <Popover.Trigger className="badge engine-badge" aria-label={`Engine: ${name}`}>
          {engine === null ? null : (
            <span className="engine-name">
              <Cpu aria-hidden size={12} />
              {engine}
            </span>
          )}
          <span className="engine-state" data-look={look}>
            <StateIcon look={look} />
            {state === null ? null : <span>{state}</span>}
          </span>
          <ChevronDown aria-hidden size={12} className="engine-more" />
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner
            sideOffset={6}
            align="start"
            collisionPadding={12}
            collisionAvoidance={{ side: 'none', fallbackAxisSide: 'none' }}
            className="layer"
          >
            <Popover.Popup className="engine-popup">
              <EnginePanel />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <EngineAnnouncer />
    </>
  )
}
