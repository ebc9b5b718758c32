/**
 * What the checks found, and below it requests of the person's own and the console.
 * @module
 */

import { Group, Panel, Separator } from 'react-resizable-panels'
import { useWorkspaceState } from '../context.ts'
import { RequestDock } from '../request/request-dock.tsx'
import { CheckList } from './check-list.tsx'
import { Diagnostics } from './diagnostics.tsx'
import { NextExercise } from './next-exercise.tsx'
import { RunNotices } from './run-notices.tsx'
import { SeedLine } from './seed-line.tsx'
import { Summary } from './summary.tsx'

function Checks() {
  const compiles = useWorkspaceState(state => (state.verdict?.diagnostics.length ?? 0) === 0)
  return (
    <section className="checks" aria-label="Checks">
      <Summary />
      <NextExercise />
      <RunNotices />
      <SeedLine />
      <div className="scroll">
        {compiles ? null : <Diagnostics />}
        <CheckList />
      </div>
    </section>
  )
}

/** @param stacked everything in one column that scrolls as a whole, for a narrow screen */
export function ResultsPane({ stacked }: { readonly stacked: boolean }) {
  if (stacked) {
    return (
      <div className="fill results stacked">
        <Checks />
        <RequestDock />
      </div>
    )
  }
  return (
    <Group orientation="vertical" className="fill results" id="results-split">
      <Panel id="checks" defaultSize="68%" minSize="120px">
        <Checks />
      </Panel>
      <Separator className="separator" aria-label="Resize checks and requests" />
      <Panel id="dock" minSize="120px">
        <RequestDock />
      </Panel>
    </Group>
  )
}
