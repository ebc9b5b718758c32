import { describe, expect, it } from 'vitest'
import { SHORTCUTS, shortcutFor } from './shortcuts.ts'

const press = (key: string, modifiers: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', true>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers,
})

describe('shortcutFor', () => {
  it('takes Ctrl and Command for the same', () => {
    expect(shortcutFor(press('Enter', { ctrlKey: true }), true)?.action).toBe('run')
    expect(shortcutFor(press('Enter', { metaKey: true }), true)?.action).toBe('run')
  })

  it('leaves Enter alone without its modifier', () => {
    expect(shortcutFor(press('Enter'), true)).toBeNull()
    expect(shortcutFor(press('Enter', { ctrlKey: true, altKey: true }), true)).toBeNull()
  })

  it('tells a key from the same key with Shift', () => {
    expect(shortcutFor(press('F4'), true)?.action).toBe('next-check')
    expect(shortcutFor(press('F4', { shiftKey: true }), true)?.action).toBe('previous-check')
  })

  it('lets a question mark be typed', () => {
    expect(shortcutFor(press('?', { shiftKey: true }), false)?.action).toBe('shortcuts')
    expect(shortcutFor(press('?', { shiftKey: true }), true)).toBeNull()
  })
})

describe('SHORTCUTS', () => {
  it('gives no key two meanings', () => {
    const keys = SHORTCUTS.map(({ key, mod, shift }) => `${mod ?? ''} ${shift ?? ''} ${key}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})
