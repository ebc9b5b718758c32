/**
 * A message that belongs to the page and not to one control: what happened, and what can be done.
 * @module
 */

import { CircleAlert, Info, ShieldAlert, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

const ICONS = { info: Info, caution: ShieldAlert, problem: CircleAlert, ours: TriangleAlert }

interface Props {
  readonly kind: keyof typeof ICONS
  readonly title: string
  readonly children?: ReactNode
  /** What does not fit into a paragraph. */
  readonly more?: ReactNode
  readonly action?: ReactNode
  /** Read out when the person pauses, not at once: for what comes and goes with the code. */
  readonly polite?: boolean
}

export function Notice({ kind, title, children, more, action, polite = kind === 'info' }: Props) {
  const Icon = ICONS[kind]
  return (
    <div className="notice" data-kind={kind} role={polite ? 'status' : 'alert'}>
      <Icon aria-hidden size={16} />
      <div className="notice-text">
        <strong>{title}</strong>
        {children === undefined ? null : <p>{children}</p>}
        {more}
      </div>
      {action === undefined ? null : <div className="notice-action">{action}</div>}
    </div>
  )
}
