/**
 * The last requests that were sent, to be picked again.
 * @module
 */

import { Menu } from '@base-ui/react/menu'
import { History } from 'lucide-react'
import { usePage, useView } from '../context.ts'
import { RequestLine, StatusCode } from '../parts/http-view.tsx'

export function RequestHistory() {
  const history = useView(view => view.history)
  const page = usePage()
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button" aria-label="Requests sent before" disabled={history.length === 0}>
        <History aria-hidden size={16} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="layer">
          <Menu.Popup className="menu">
            {history.map(({ request, exchange }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: requests repeat, and the order is what is shown
              <Menu.Item key={index} className="menu-item" onClick={() => page.tryRequest(request)}>
                <RequestLine request={request} />
                {exchange?.response == null ? null : <StatusCode status={exchange.response.status} />}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
