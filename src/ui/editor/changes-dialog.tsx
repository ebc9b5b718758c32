/**
 * How the code differs from the start of the exercise, file by file.
 * @module
 */

import { useEffect, useRef } from 'react'
import type { SourceFiles } from '../../compile/program.ts'
import { useWorkspaceState } from '../context.ts'
import { LineDiff } from '../parts/line-diff.tsx'
import { Modal } from '../parts/modal.tsx'
import { type Monaco, useMonaco } from './use-monaco.ts'

interface Change {
  readonly path: string
  readonly before: string
  readonly after: string
}

function changesBetween(start: SourceFiles, files: SourceFiles): readonly Change[] {
  const paths = [...new Set([...Object.keys(start), ...Object.keys(files)])]
  return paths
    .map(path => ({ path, before: start[path] ?? '', after: files[path] ?? '' }))
    .filter(({ before, after }) => before !== after)
}

function MonacoDiff({ monaco, change }: { readonly monaco: Monaco; readonly change: Change }) {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (container.current === null) return
    const diff = monaco.createDiff(container.current, change.path)
    diff.show(change.before, change.after)
    return diff.dispose
  }, [monaco, change])
  return <div className="diff-place" ref={container} />
}

function Changes() {
  const start = useWorkspaceState(state => state.exercise.start)
  const files = useWorkspaceState(state => state.files)
  const { monaco } = useMonaco()
  const changes = changesBetween(start, files)
  if (changes.length === 0) return <p className="muted">It is the start of the exercise, unchanged.</p>
  return changes.map(change => (
    <section key={change.path} className="change">
      <h3 className="mono">{change.path}</h3>
      {monaco === null ? (
        <LineDiff before={change.before} after={change.after} />
      ) : (
        <MonacoDiff monaco={monaco} change={change} />
      )}
    </section>
  ))
}

export function ChangesDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Modal title="Changes from the start" open={open} onClose={onClose} wide>
      <Changes />
    </Modal>
  )
}
