/**
 * What the open app's process writes, in a terminal. The terminal is loaded when its tab first comes to the front.
 * @module
 */

import { Eraser } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useEngineActions, useEngines, useTerminal } from '../context.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { useResolvedTheme } from '../theme.ts'
import { useXterm } from './use-xterm.ts'
import type { TerminalView } from './xterm.ts'

/** @param shown whether its tab is in front */
export function TerminalPanel({ shown }: { readonly shown: boolean }) {
  const output = useTerminal()
  const { clearTerminal } = useEngineActions()
  const isClosed = useEngines(({ openApp }) => openApp.kind === 'closed')
  const theme = useResolvedTheme()
  const { xterm, failed } = useXterm(shown)
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<TerminalView>(null)
  const [empty, setEmpty] = useState(true)

  useEffect(() => {
    if (xterm === null || place.current === null) return
    const terminal = xterm.openTerminal(place.current)
    view.current = terminal
    const end = output(text => {
      terminal.write(text)
      if (text !== '') setEmpty(false)
    })
    return () => {
      end()
      terminal.dispose()
      view.current = null
    }
  }, [xterm, output])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page, which has changed them
  useEffect(() => view.current?.paint(), [theme])

  const clear = () => {
    clearTerminal()
    view.current?.clear()
    setEmpty(true)
  }
  if (failed) {
    return (
      <p className="padded problem">
        Could not show the terminal: because a part of the page could not be loaded. Go online and reload the page; what
        your requests write is with each request.
      </p>
    )
  }
  return (
    <div className="terminal-panel">
      <div ref={place} className="terminal-place" inert={empty} />
      {empty ? (
        <p className="terminal-empty faint">
          {isClosed ? 'Nothing here. Open the app, and what it writes stands here.' : 'Nothing was written since.'}
        </p>
      ) : null}
      <IconButton icon={Eraser} size="small" name="Clear the terminal" onClick={clear} />
    </div>
  )
}
