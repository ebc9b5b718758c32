/**
 * What opens from the badge: what runs the code now, which engine the person wants, and how the WebContainer stands.
 * @module
 */

import { Popover } from '@base-ui/react/popover'
import { useBase, useEngineActions, useEngines } from '../context.ts'
import { ContainerState } from './container-state.tsx'
import { EngineChoices } from './engine-choices.tsx'
import { selfTest } from './self-test.ts'
import { describeRunning } from './words.ts'

function NeverSwitch() {
  const off = useEngines(({ container }) => container.kind === 'off')
  const { allow } = useEngineActions()
  return (
    <button type="button" role="switch" aria-checked={off} className="switch" onClick={() => allow(off)}>
      Never start the WebContainer
      <span className="switch-track" aria-hidden />
    </button>
  )
}

export function EnginePanel() {
  const choice = useEngines(state => state.choice)
  const container = useEngines(state => state.container)
  const base = useBase()
  return (
    <>
      <Popover.Title className="engine-title">Where your code runs</Popover.Title>
      <Popover.Description className="muted">{describeRunning(choice, container)}</Popover.Description>
      <EngineChoices />
      <ContainerState />
      <footer className="engine-footer">
        <NeverSwitch />
        <a href={selfTest(base)}>Check this browser</a>
      </footer>
    </>
  )
}
