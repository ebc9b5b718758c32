/**
 * Scrolls a terminal by touch, which xterm.js 6 does not. Past its ends the page scrolls as it always does.
 * @module
 */

import type { Terminal } from '@xterm/xterm'

/** Whether there are lines that way: `by` above 0 is down. */
function hasLines({ buffer: { active } }: Terminal, by: number): boolean {
  return by > 0 ? active.viewportY < active.baseY : active.viewportY > 0
}

/**
 * @param place the element that the terminal fills
 * @param signal ends it
 */
export function scrollByTouch(place: HTMLElement, terminal: Terminal, signal: AbortSignal): void {
  /** Where the finger was when the last line was scrolled; null while there is not just one. */
  let from: number | null = null
  const fingerOf = ({ touches }: TouchEvent): number | null =>
    touches.length === 1 ? (touches[0]?.clientY ?? null) : null

  const begin = (event: TouchEvent) => {
    from = fingerOf(event)
  }
  const move = (event: TouchEvent) => {
    const finger = fingerOf(event)
    if (finger === null || from === null) return
    if (!hasLines(terminal, from - finger)) {
      from = finger
      return
    }
    if (event.cancelable) event.preventDefault()
    const lineHeight = place.clientHeight / terminal.rows
    const lines = Math.trunc((from - finger) / lineHeight)
    terminal.scrollLines(lines)
    from -= lines * lineHeight
  }
  place.addEventListener('touchstart', begin, { passive: true, signal })
  place.addEventListener('touchmove', move, { passive: false, signal })
}
