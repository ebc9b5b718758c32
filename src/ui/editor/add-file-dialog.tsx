/**
 * Asks for the name of a new file.
 * @module
 */

import { type FormEvent, useRef, useState } from 'react'
import { useActions, usePage, useView } from '../context.ts'
import { Modal } from '../parts/modal.tsx'

export function AddFileDialog() {
  const open = useView(view => view.dialog === 'add-file')
  const page = usePage()
  const { addFile } = useActions()
  const input = useRef<HTMLInputElement>(null)
  const added = useRef(false)
  const [path, setPath] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  function close(): void {
    setPath('')
    setProblem(null)
    page.openDialog(null)
  }
  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    const refused = addFile(path.trim())
    added.current = refused === null
    if (refused === null) close()
    else setProblem(refused)
  }
  /** Whoever added a file wants to write into it. */
  function returnsFocus(): boolean {
    if (!added.current) return true
    added.current = false
    page.focusEditor()
    return false
  }
  return (
    <Modal title="Add a file" open={open} onClose={close} initialFocus={input} returnsFocus={returnsFocus}>
      <form onSubmit={onSubmit} className="stack">
        <label className="field">
          File name
          <input
            ref={input}
            className="input mono"
            value={path}
            onChange={event => setPath(event.currentTarget.value)}
            placeholder="items.ts"
            spellCheck={false}
            autoCapitalize="off"
            aria-invalid={problem !== null}
            aria-describedby="add-file-note"
          />
        </label>
        <p
          id="add-file-note"
          className={problem === null ? 'muted' : 'problem'}
          role={problem === null ? undefined : 'alert'}
        >
          {problem ?? (
            <>
              Import it with <code>import {'{ … }'} from './items'</code>. Folders work too:{' '}
              <code>routes/items.ts</code>.
            </>
          )}
        </p>
        <div className="modal-actions">
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="button primary">
            Add
          </button>
        </div>
      </form>
    </Modal>
  )
}
