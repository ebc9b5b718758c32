/**
 * How components reach the workspace, the engines and the page's own state.
 * @module
 */

import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Engines, EnginesActions, EnginesState } from '../workspace/engines-state.ts'
import type { Neighbours, Stop } from '../workspace/route.ts'
import type { WorkspaceState } from '../workspace/state.ts'
import type { Workspace, WorkspaceActions } from '../workspace/workspace.ts'
import { runAll } from './navigation.ts'
import type { Page, View } from './view.ts'

/** Where a person may go from here. */
export interface Way extends Neighbours {
  /** The next that is not solved; null when there is none but this. */
  readonly unsolved: Stop | null
}

interface ExercisePage {
  readonly workspace: Workspace
  readonly page: Page
  /** Where the list of exercises is. */
  readonly base: string
  readonly engines: Engines
  readonly way: Way
}

export const ExercisePageContext = createContext<ExercisePage | null>(null)

function useExercisePage(): ExercisePage {
  const value = useContext(ExercisePageContext)
  if (value === null)
    throw new Error('could not render: because there is no exercise page around it; use mountExercise')
  return value
}

export const useWorkspace = (): Workspace => useExercisePage().workspace

export const useBase = (): string => useExercisePage().base

export const useWay = (): Way => useExercisePage().way

export const useActions = (): WorkspaceActions => useWorkspace().actions

export const usePage = (): Page => useExercisePage().page

/** `select` has to give the same value for the same state. */
export const useWorkspaceState = <T>(select: (state: WorkspaceState) => T): T => useStore(useWorkspace().store, select)

/** `select` has to give the same value for the same state. */
export const useEngines = <T>(select: (state: EnginesState) => T): T =>
  useStore(useExercisePage().engines.store, select)

export const useEngineActions = (): EnginesActions => useExercisePage().engines.actions

/** What the open app writes: see `Engines`. */
export const useTerminal = (): Engines['terminal'] => useExercisePage().engines.terminal

/** What every "Run" does. */
export function useRunAll(): () => void {
  const { workspace, page } = useExercisePage()
  return () => runAll(workspace, page)
}

export const useView = <T>(select: (view: View) => T): T => useStore(usePage().store, select)
