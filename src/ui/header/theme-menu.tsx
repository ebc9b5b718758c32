/**
 * System, light or dark.
 * @module
 */

import { Menu } from '@base-ui/react/menu'
import { Check, Monitor, Moon, Sun } from 'lucide-react'
import { chooseTheme, type ThemeChoice, useResolvedTheme, useThemeChoice } from '../theme.ts'

const CHOICES: readonly { readonly choice: ThemeChoice; readonly label: string; readonly icon: typeof Sun }[] = [
  { choice: 'system', label: 'System', icon: Monitor },
  { choice: 'light', label: 'Light', icon: Sun },
  { choice: 'dark', label: 'Dark', icon: Moon },
]

/** The three choices, for any menu. */
export function ThemeItems() {
  const chosen = useThemeChoice()
  return (
    <Menu.RadioGroup value={chosen}>
      {CHOICES.map(({ choice, label, icon: Icon }) => (
        <Menu.RadioItem
          key={choice}
          value={choice}
          closeOnClick
          className="menu-item"
          onClick={() => chooseTheme(choice)}
        >
          <Icon aria-hidden size={14} />
          {label}
          <Menu.RadioItemIndicator className="menu-mark">
            <Check aria-hidden size={14} />
          </Menu.RadioItemIndicator>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

export function ThemeMenu() {
  const Icon = useResolvedTheme() === 'dark' ? Moon : Sun
  return (
    <Menu.Root>
      <Menu.Trigger className="icon-button" aria-label="Theme" title="Theme">
        <Icon aria-hidden size={16} />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="layer">
          <Menu.Popup className="menu">
            <ThemeItems />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
