/**
 * A button that is an icon; its name is its accessible name and its tooltip.
 * @module
 */

import type { LucideIcon } from 'lucide-react'
import { Tip } from './tip.tsx'

interface Props {
  readonly icon: LucideIcon
  readonly name: string
  readonly onClick: () => void
  readonly size?: 'small'
}

export function IconButton({ icon: Icon, name, onClick, size }: Props) {
  return (
    <Tip text={name}>
      <button type="button" className="icon-button" data-size={size} aria-label={name} onClick={onClick}>
        <Icon aria-hidden size={size === 'small' ? 14 : 16} />
      </button>
    </Tip>
  )
}
