/**
 * Where the clipboard is not to be had, the link to copy by hand; or why there is no link.
 * @module
 */

import { Modal } from '../parts/modal.tsx'
import type { Sharing } from './use-share.ts'

export function ShareFallback({ sharing, onClose }: { readonly sharing: Sharing; readonly onClose: () => void }) {
  const open = sharing.kind === 'by-hand' || sharing.kind === 'failed'
  return (
    <Modal title="Share" open={open} onClose={onClose}>
      {sharing.kind === 'by-hand' ? (
        <label className="field">
          The browser did not allow copying. The link to your code:
          <input className="input" readOnly value={sharing.link} onFocus={event => event.currentTarget.select()} />
        </label>
      ) : null}
      {sharing.kind === 'failed' ? <p>{sharing.why}</p> : null}
    </Modal>
  )
}
