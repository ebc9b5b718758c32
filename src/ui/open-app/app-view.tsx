/**
 * What the open app answers, in a frame. The frame stays while the app starts again after an edit, and is loaded anew
 * once it runs.
 * @module
 */

import { useState } from 'react'
import type { OpenApp } from '../../workspace/engines-state.ts'
import { useEngines, useView } from '../context.ts'
import { wholeSentence } from '../parts/words.ts'

interface Frame {
  readonly origin: string
  /** How often the app came up. */
  readonly starts: number
}

const frameAfter = (frame: Frame | null, openApp: OpenApp): Frame | null => {
  if (openApp.kind === 'running') return { origin: openApp.origin, starts: (frame?.starts ?? 0) + 1 }
  return openApp.kind === 'starting' ? frame : null
}

function useFrame(openApp: OpenApp): Frame | null {
  const [seen, setSeen] = useState<OpenApp | null>(null)
  const [frame, setFrame] = useState<Frame | null>(null)
  if (seen !== openApp) {
    setSeen(openApp)
    setFrame(frameAfter(frame, openApp))
  }
  return frame
}

const words = (openApp: OpenApp): string => {
  if (openApp.kind === 'ended') return wholeSentence(openApp.why)
  if (openApp.kind === 'closed')
    return 'Opens your server in real Node, as a browser would see it. It starts again after every edit.'
  return openApp.kind === 'starting' ? 'Your app is starting.' : ''
}

export function AppView() {
  const openApp = useEngines(state => state.openApp)
  const { shown, loads } = useView(view => view.app)
  const frame = useFrame(openApp)
  return (
    <div className="app-view">
      <p className="app-words" data-kind={openApp.kind} role="status">
        {words(openApp)}
      </p>
      {frame === null ? null : (
        <iframe
          key={`${frame.starts}.${loads}`}
          title="Your app"
          src={frame.origin + shown}
          data-stale={openApp.kind === 'starting' || undefined}
          sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-modals"
          allow="cross-origin-isolated"
        />
      )}
    </div>
  )
}
