/**
 * One tab per source file; the entry cannot be removed.
 * @module
 */

import { Tabs } from '@base-ui/react/tabs'
import { FileCode2, Lock, Plus, X } from 'lucide-react'
import type { Diagnostic } from '../../compile/program.ts'
import { allFiles, fileKind } from '../../workspace/selectors.ts'
import { useActions, usePage, useWorkspaceState } from '../context.ts'
import { IconButton } from '../parts/icon-button.tsx'

const NONE: readonly Diagnostic[] = []

function RemoveButton({ path }: { readonly path: string }) {
  const { removeFile } = useActions()
  return (
    <button type="button" className="tab-remove" aria-label={`Remove ${path}`} onClick={() => removeFile(path)}>
      <X aria-hidden size={12} />
    </button>
  )
}

interface FileTabProps {
  readonly path: string
  readonly errors: number
}

function FileTab({ path, errors }: FileTabProps) {
  const kind = useWorkspaceState(state => fileKind(state, path))
  const Icon = kind === 'given' ? Lock : FileCode2
  return (
    <div className="file-tab" role="presentation">
      <Tabs.Tab className="tab" value={path}>
        <Icon aria-hidden size={kind === 'given' ? 12 : 14} />
        {path}
        {kind === 'given' ? <span className="visually-hidden">(given, read only)</span> : null}
        {errors > 0 ? (
          <span className="count" data-kind="failed">
            {errors}
            <span className="visually-hidden"> {errors === 1 ? 'error' : 'errors'}</span>
          </span>
        ) : null}
      </Tabs.Tab>
      {kind === 'own' ? <RemoveButton path={path} /> : null}
    </div>
  )
}

export function FileTabs() {
  const files = useWorkspaceState(allFiles)
  const activePath = useWorkspaceState(state => state.activePath)
  const diagnostics = useWorkspaceState(state => state.verdict?.diagnostics ?? NONE)
  const { select } = useActions()
  const page = usePage()
  return (
    <div className="file-tabs">
      <Tabs.Root value={activePath} onValueChange={path => select(String(path))}>
        <Tabs.List className="tab-list" aria-label="Files" activateOnFocus>
          {Object.keys(files).map(path => (
            <FileTab key={path} path={path} errors={diagnostics.filter(each => each.path === path).length} />
          ))}
        </Tabs.List>
      </Tabs.Root>
      <IconButton icon={Plus} name="Add a file" size="small" onClick={() => page.openDialog('add-file')} />
    </div>
  )
}
