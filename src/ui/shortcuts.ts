/**
 * Every keyboard shortcut of the page, in one table that the handler and the dialog both use. They were chosen not to
 * take a key from Monaco or the browser.
 * @module
 */

export type ShortcutAction = 'run' | 'next-check' | 'previous-check' | 'next-pane' | 'previous-pane' | 'shortcuts'

export interface Shortcut {
  readonly action: ShortcutAction
  readonly label: string
  /** As `KeyboardEvent.key`. */
  readonly key: string
  /** Ctrl, or Command on a Mac. */
  readonly mod?: true
  readonly shift?: true
  /** Whether it also works while text is being typed. */
  readonly whileTyping: boolean
}

export const SHORTCUTS: readonly Shortcut[] = [
  { action: 'run', label: 'Run all checks', key: 'Enter', mod: true, whileTyping: true },
  { action: 'run', label: 'Run all checks (the draft saves itself)', key: 's', mod: true, whileTyping: true },
  { action: 'next-check', label: 'Next check', key: 'F4', whileTyping: true },
  { action: 'previous-check', label: 'Previous check', key: 'F4', shift: true, whileTyping: true },
  { action: 'next-pane', label: 'Next pane: brief, code, results', key: 'F6', whileTyping: true },
  { action: 'previous-pane', label: 'Previous pane', key: 'F6', shift: true, whileTyping: true },
  { action: 'shortcuts', label: 'This list', key: '?', whileTyping: false },
]

/** Keys that the editor itself answers to, for the dialog. */
export const EDITOR_KEYS: readonly { readonly keys: readonly string[]; readonly label: string }[] = [
  { keys: ['Escape', 'Tab'], label: 'Leave the editor (one after the other)' },
  { keys: ['F1'], label: 'All commands of the editor' },
  { keys: ['F8'], label: 'Next problem in the file' },
  { keys: ['F12'], label: 'Go to the definition' },
  { keys: ['Ctrl', 'Space'], label: 'Suggestions' },
]

const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The keys of a shortcut as they are printed on this person's keyboard. */
export function keyNames({ key, mod, shift }: Shortcut): readonly string[] {
  const mac = isMac()
  return [
    ...(mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(shift ? [mac ? '⇧' : 'Shift'] : []),
    key === 'Enter' && mac ? '↵' : key.length === 1 ? key.toUpperCase() : key,
  ]
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The shortcut a key press means; null when it is none. */
export function shortcutFor(press: KeyPress, typing: boolean): Shortcut | null {
  const found = SHORTCUTS.find(
    ({ key, mod = false, shift = false, whileTyping }) =>
      press.key.toLowerCase() === key.toLowerCase() &&
      (press.ctrlKey || press.metaKey) === mod &&
      !press.altKey &&
      // A character such as `?` already has its Shift in it.
      (press.shiftKey === shift || (key.length === 1 && !mod)) &&
      (whileTyping || !typing),
  )
  return found ?? null
}
