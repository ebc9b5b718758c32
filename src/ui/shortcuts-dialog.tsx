/**
 * The list of keyboard shortcuts.
 * @module
 */

import { usePage, useView } from './context.ts'
import { Keys } from './parts/keys.tsx'
import { Modal } from './parts/modal.tsx'
import { EDITOR_KEYS, keyNames, SHORTCUTS } from './shortcuts.ts'

export function ShortcutsDialog() {
  const open = useView(view => view.dialog === 'shortcuts')
  const page = usePage()
  return (
    <Modal title="Keyboard shortcuts" open={open} onClose={() => page.openDialog(null)}>
      <h3 className="eyebrow">Everywhere</h3>
      <dl className="shortcut-list">
        {SHORTCUTS.map(shortcut => (
          <div key={`${shortcut.label}${shortcut.key}`}>
            <dt>{shortcut.label}</dt>
            <dd>
              <Keys names={keyNames(shortcut)} />
            </dd>
          </div>
        ))}
      </dl>
      <h3 className="eyebrow">In the editor</h3>
      <dl className="shortcut-list">
        {EDITOR_KEYS.map(({ keys, label }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Keys names={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
