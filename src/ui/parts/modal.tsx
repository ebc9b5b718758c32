/**
 * A dialog with a title and a way out.
 * @module
 */

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactNode, type RefObject, useRef } from 'react'

interface Props {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly wide?: boolean
  /** What takes the focus; the dialog itself when nothing in it is waiting for the person. */
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** Whether the focus goes back to where it was when the dialog closes; asked then. It does unless this says no. */
  readonly returnsFocus?: () => boolean
  readonly children: ReactNode
}

export function Modal({ title, open, onClose, wide = false, initialFocus, returnsFocus, children }: Props) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Dialog.Root open={open} onOpenChange={next => next || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          ref={popup}
          className="modal"
          data-wide={wide || undefined}
          initialFocus={initialFocus ?? popup}
          finalFocus={returnsFocus ?? true}
        >
          <header className="modal-header">
            <Dialog.Title className="modal-title">{title}</Dialog.Title>
            <Dialog.Close className="icon-button" aria-label="Close">
              <X aria-hidden size={16} />
            </Dialog.Close>
          </header>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
