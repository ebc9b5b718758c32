/**
 * Method, path, headers and body of a request. Enter sends.
 * @module
 */

import { ListPlus, SendHorizontal } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useActions, usePage, useView, useWorkspaceState } from '../context.ts'
import { REQUEST_PATH_ID } from '../view.ts'
import { METHODS, requestOf } from './draft.ts'
import { HeaderRows } from './header-rows.tsx'
import { RequestHistory } from './request-history.tsx'

function BodyField() {
  const body = useView(view => view.draft.body)
  const page = usePage()
  return (
    <label className="field">
      Body
      <textarea
        className="input mono"
        rows={Math.min(10, Math.max(2, body.split('\n').length))}
        value={body}
        onChange={event => page.setDraft({ body: event.currentTarget.value })}
        spellCheck={false}
      />
    </label>
  )
}

export function RequestForm() {
  const draft = useView(view => view.draft)
  const sending = useWorkspaceState(({ tried }) => tried !== null && tried.exchange === null && tried.problem === null)
  const page = usePage()
  const { send } = useActions()
  const [expanded, setExpanded] = useState(false)
  const open = expanded || draft.headers.length > 0 || draft.body !== ''

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    // A failure of the sandbox is in the state, and shown from there.
    send(requestOf(draft)).catch(() => undefined)
  }

  return (
    <form className="request-form" onSubmit={onSubmit}>
      <div className="request-row">
        <select
          className="input select"
          aria-label="Method"
          value={draft.method}
          onChange={event => page.setDraft({ method: event.currentTarget.value })}
        >
          {(METHODS.includes(draft.method) ? METHODS : [draft.method, ...METHODS]).map(method => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <input
          id={REQUEST_PATH_ID}
          className="input mono grow"
          aria-label="Path and query"
          value={draft.path}
          onChange={event => page.setDraft({ path: event.currentTarget.value })}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
        />
        <button type="submit" className="button" aria-busy={sending}>
          <SendHorizontal aria-hidden size={14} />
          Send
        </button>
        <RequestHistory />
      </div>
      {open ? (
        <>
          <HeaderRows />
          {draft.method === 'GET' || draft.method === 'HEAD' ? null : <BodyField />}
        </>
      ) : (
        <button type="button" className="button quiet small" onClick={() => setExpanded(true)}>
          <ListPlus aria-hidden size={14} />
          {draft.method === 'GET' || draft.method === 'HEAD' ? 'Headers' : 'Headers and body'}
        </button>
      )}
    </form>
  )
}
