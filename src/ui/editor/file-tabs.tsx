/**
 * One tab per source file; the entry cannot be removed.
 * @module
 */

import { Tabs } from '@base-ui/react/tabs'
import { FileCode2, Plus, X } from 'lucide-react'
import type { Diagnostic } from '../../compile/program.ts'
import { useActions, usePage, useWorkspaceState } from '../context.ts'
import { IconButton } from '../parts/icon-button.tsx'

const ENTRY = 'app.ts'
const NONE: readonly Diagnostic[] = []

function RemoveButton({ path }: { readonly path: string }) {
  const { removeFile } = useActions()
  return (
    <button type="button" className="tab-remove" aria-label={`Remove ${path}`} onClick={() => removeFile(path)}>
      <X aria-hidden size={12} />
    </button>
  )
}

function FileTab({ path, errors }: { readonly path: string; readonly errors: number }) {
  return (
    <div className="file-tab" role="presentation">
      <Tabs.Tab className="tab" value={path}>
        <FileCode2 aria-hidden size={14} />
        {path}
        {errors > 0 ? (
          <span className="count" data-kind="failed">
            {errors}
            <span className="visually-hidden"> {errors === 1 ? 'error' : 'errors'}</span>
          </span>
        ) : null}
      </Tabs.Tab>
      {path === ENTRY ? null : <RemoveButton path={path} />}
    </div>
  )
}

export function FileTabs() {
  const files = useWorkspaceState(state => state.files)
  const activePath = useWorkspaceState(state => state.activePath)
  const diagnostics = useWorkspaceState(state => state.verdict?.diagnostics ?? NONE)
  const { select } = useActions()
  const page = usePage()
  const paths = Object.keys(files)
  return (
    <div className="file-tabs">
      <Tabs.Root value={activePath} onValueChange={path => select(String(path))}>
        <Tabs.List className="tab-list" aria-label="Files" activateOnFocus>
          {paths.map(path => (
            <FileTab key={path} path={path} errors={diagnostics.filter(each => each.path === path).length} />
          ))}
        </Tabs.List>
      </Tabs.Root>
      <IconButton icon={Plus} name="Add a file" size="small" onClick={() => page.openDialog('add-file')} />
    </div>
  )
}
