/**
 * The learner's server as a browser shows it: started in real Node, and loaded in a frame of its own origin.
 * @module
 */

import { useEngines } from '../context.ts'
import { ContainerButton } from '../engines/container-button.tsx'
import { whyNoApp } from '../engines/words.ts'
import { AppBar } from './app-bar.tsx'
import { AppView } from './app-view.tsx'

export function AppPanel() {
  const why = useEngines(({ container }) => whyNoApp(container))
  if (why !== null) {
    return (
      <div className="scroll padded no-app">
        <p className="faint">{why}</p>
        <ContainerButton />
      </div>
    )
  }
  return (
    <div className="app-panel">
      <AppBar />
      <AppView />
    </div>
  )
}
