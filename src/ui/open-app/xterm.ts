/**
 * xterm.js as something to read: it takes no input, fits its place and has the page's colours. Loaded by dynamic import.
 * @module
 */

import { FitAddon } from '@xterm/addon-fit'
import { type ITheme, Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { scrollByTouch } from './touch-scroll.ts'

export interface TerminalView {
  write(text: string): void
  clear(): void
  /** Takes the colours that the page has now. */
  paint(): void
  dispose(): void
}

/** A custom property of tokens.css as it is now. */
const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

const theme = (): ITheme => ({
  background: token('--surface'),
  foreground: token('--text'),
  // Nobody types here.
  cursor: token('--surface'),
  cursorAccent: token('--surface'),
  selectionBackground: token('--accent-soft'),
  red: token('--fail'),
  brightRed: token('--fail-mark'),
  green: token('--pass'),
  brightGreen: token('--pass-mark'),
  yellow: token('--warn'),
  brightYellow: token('--warn-mark'),
  blue: token('--accent'),
  brightBlue: token('--accent-hover'),
  white: token('--text-2'),
  brightWhite: token('--text'),
  brightBlack: token('--text-3'),
  scrollbarSliderBackground: token('--line-strong'),
  scrollbarSliderHoverBackground: token('--text-3'),
  scrollbarSliderActiveBackground: token('--text-3'),
  overviewRulerBorder: token('--surface'),
})

/** Keys that scroll, by lines. Every other key is the page's: Tab leaves, F5 reloads. */
const scrolls: Readonly<Record<string, (terminal: Terminal) => void>> = {
  ArrowUp: terminal => terminal.scrollLines(-1),
  ArrowDown: terminal => terminal.scrollLines(1),
  PageUp: terminal => terminal.scrollPages(-1),
  PageDown: terminal => terminal.scrollPages(1),
  Home: terminal => terminal.scrollToTop(),
  End: terminal => terminal.scrollToBottom(),
}

/** @param place an empty element, which the terminal fills */
export function openTerminal(place: HTMLElement): TerminalView {
  const terminal = new Terminal({
    disableStdin: true,
    screenReaderMode: true,
    cursorInactiveStyle: 'none',
    fontFamily: token('--mono'),
    fontSize: 12,
    lineHeight: 1.3,
    scrollback: 5_000,
    // As wide as the scroll bar.
    overviewRuler: { width: 8 },
    // The colours that programs choose are made for dark terminals.
    minimumContrastRatio: 4.5,
    theme: theme(),
  })
  const fit = new FitAddon()
  terminal.loadAddon(fit)
  terminal.attachCustomKeyEventHandler(event => {
    const scroll = event.type === 'keydown' && !event.ctrlKey && !event.metaKey ? scrolls[event.key] : undefined
    if (scroll !== undefined) {
      event.preventDefault()
      scroll(terminal)
    }
    return false
  })
  terminal.open(place)
  terminal.textarea?.setAttribute('aria-label', 'What your app writes')
  const ended = new AbortController()
  scrollByTouch(place, terminal, ended.signal)
  const observer = new ResizeObserver(() => {
    // Without a size when its tab is not in front.
    if (place.clientHeight > 0) fit.fit()
  })
  observer.observe(place)
  return {
    write: text => terminal.write(text),
    clear: () => terminal.reset(),
    paint: () => {
      terminal.options.theme = theme()
    },
    dispose() {
      ended.abort()
      observer.disconnect()
      terminal.dispose()
    },
  }
}
