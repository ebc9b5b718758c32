/**
 * On a narrow screen: everything of the header that has no room.
 * @module
 */

import { Menu } from '@base-ui/react/menu'
import { Check, EllipsisVertical, Keyboard, Link2, RotateCcw } from 'lucide-react'
import { useActions, usePage } from '../context.ts'
import { ShareFallback } from './share-fallback.tsx'
import { ThemeItems } from './theme-menu.tsx'
import { useShare } from './use-share.ts'

export function MoreMenu() {
  const { reset } = useActions()
  const page = usePage()
  const { sharing, copy, dismiss } = useShare()
  const copied = sharing.kind === 'copied'
  return (
    <div className="more-menu">
      <Menu.Root onOpenChange={open => open && dismiss()}>
        <Menu.Trigger className="icon-button" aria-label="More">
          <EllipsisVertical aria-hidden size={16} />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={6} align="end" className="layer">
            <Menu.Popup className="menu">
              <Menu.Item className="menu-item" closeOnClick={false} onClick={copy}>
                {copied ? <Check aria-hidden size={14} /> : <Link2 aria-hidden size={14} />}
                <span aria-live="polite">{copied ? 'Link copied' : 'Copy share link'}</span>
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={reset}>
                <RotateCcw aria-hidden size={14} />
                Reset the code
              </Menu.Item>
              <Menu.Item className="menu-item" onClick={() => page.openDialog('shortcuts')}>
                <Keyboard aria-hidden size={14} />
                Keyboard shortcuts
              </Menu.Item>
              <Menu.Separator className="menu-line" />
              <ThemeItems />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <ShareFallback sharing={sharing} onClose={dismiss} />
    </div>
  )
}
