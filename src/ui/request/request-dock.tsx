/**
 * Below the checks: requests of the person's own, the console, and the app itself with what it writes.
 * @module
 */

import type { LogLine } from '../../http/http.ts'
import { usePage, useView, useWorkspaceState } from '../context.ts'
import { AppPanel } from '../open-app/app-panel.tsx'
import { TerminalPanel } from '../open-app/terminal-panel.tsx'
import { ConsoleLines } from '../parts/console-lines.tsx'
import { Tabs } from '../parts/tabs.tsx'
import { RequestPanel } from './request-panel.tsx'

const NONE: readonly LogLine[] = []

function RunConsole() {
  const lines = useWorkspaceState(state => state.verdict?.log ?? NONE)
  return (
    <div className="scroll padded">
      {lines.length === 0 ? (
        <p className="faint">
          Nothing was written while the code was loading. What a request writes stands with that request.
        </p>
      ) : (
        <ConsoleLines lines={lines} />
      )}
    </div>
  )
}

export function RequestDock() {
  const dock = useView(view => view.dock)
  const lineCount = useWorkspaceState(state => state.verdict?.log.length ?? 0)
  const page = usePage()
  const consoleLabel = <>Console {lineCount > 0 ? <span className="count">{lineCount}</span> : null}</>
  return (
    <Tabs
      className="fill dock"
      label="Requests, console and app"
      value={dock}
      onChange={page.setDock}
      tabs={[
        { id: 'request', label: 'Try a request', panel: <RequestPanel /> },
        { id: 'console', label: consoleLabel, panel: <RunConsole /> },
        { id: 'app', label: 'App', panel: <AppPanel /> },
        { id: 'terminal', label: 'Terminal', panel: <TerminalPanel shown={dock === 'terminal'} /> },
      ]}
    />
  )
}
