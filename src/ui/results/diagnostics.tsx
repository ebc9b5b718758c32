/**
 * Why the code does not compile; each entry leads to its line.
 * @module
 */

import type { Diagnostic } from '../../compile/program.ts'
import { usePage, useWorkspaceState } from '../context.ts'

const NONE: readonly Diagnostic[] = []

export function Diagnostics() {
  const diagnostics = useWorkspaceState(state => state.verdict?.diagnostics ?? NONE)
  const stale = useWorkspaceState(state => state.ranOn !== state.files)
  const page = usePage()
  return (
    <ol className="diagnostics" data-stale={stale || undefined}>
      {diagnostics.map(diagnostic => (
        <li key={`${diagnostic.path}:${diagnostic.line}:${diagnostic.column}:${diagnostic.message}`}>
          <button type="button" onClick={() => page.jumpTo(diagnostic)}>
            <code className="diagnostic-place">
              {diagnostic.path}:{diagnostic.line}:{diagnostic.column}
            </code>
            <span>{diagnostic.message}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
