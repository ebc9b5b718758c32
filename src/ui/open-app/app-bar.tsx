/**
 * The path of the open app, and its one button: opens the app, then loads the path. Enter does the same.
 * @module
 */

import { Play, RotateCw, X } from 'lucide-react'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { OpenApp } from '../../workspace/engines-state.ts'
import { useEngineActions, useEngines, usePage, useView } from '../context.ts'
import { IconButton } from '../parts/icon-button.tsx'
import { appPath } from './app-path.ts'

const LABELS: Readonly<Record<OpenApp['kind'], string>> = {
  closed: 'Open app',
  starting: 'Starting',
  running: 'Reload',
  ended: 'Start again',
}

export function AppBar() {
  const kind = useEngines(state => state.openApp.kind)
  const { openApp, closeApp } = useEngineActions()
  const typed = useView(view => view.app.typed)
  const page = usePage()
  const input = useRef<HTMLInputElement>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const problem = useId()
  const Icon = kind === 'running' ? RotateCw : Play
  const isUp = kind === 'running' || kind === 'starting'

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    const result = appPath(typed)
    setRefused('refused' in result ? result.refused : null)
    if ('refused' in result) return
    page.loadApp(result.path)
    if (!isUp) openApp()
  }
  const close = () => {
    closeApp()
    // The button goes with the app.
    input.current?.focus()
  }

  return (
    <form className="app-bar" onSubmit={onSubmit}>
      <div className="request-row">
        <input
          ref={input}
          className="input mono grow"
          aria-label="Path in your app"
          aria-invalid={refused !== null}
          aria-describedby={refused === null ? undefined : problem}
          value={typed}
          onChange={event => {
            setRefused(null)
            page.typeAppPath(event.currentTarget.value)
          }}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
        />
        <button type="submit" className="button app-button" aria-busy={kind === 'starting'}>
          <Icon aria-hidden size={14} />
          {LABELS[kind]}
        </button>
        {kind !== 'closed' ? <IconButton icon={X} name="Close the app" onClick={close} /> : null}
      </div>
      {refused === null ? null : (
        <p id={problem} className="problem" role="alert">
          {refused}
        </p>
      )}
    </form>
  )
}
