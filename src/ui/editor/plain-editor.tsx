/**
 * A textarea that takes the editor's place until Monaco is there, and on phones, where Monaco does not work.
 * @module
 */

import { type KeyboardEvent, type Ref, type UIEvent, useImperativeHandle, useRef } from 'react'
import type { SourcePosition } from '../../http/http.ts'
import { allFiles, fileKind } from '../../workspace/selectors.ts'
import { useActions, useWorkspaceState } from '../context.ts'
import type { EditorHandle } from '../view.ts'
import { indentAfter, lineNumbers, offsetOf } from './text.ts'

export interface PlainEditorHandle extends EditorHandle {
  readonly textarea: HTMLTextAreaElement | null
}

interface Props {
  readonly handle: Ref<PlainEditorHandle>
  readonly onLeaving: () => void
}

/** Types for the person, so that the browser's own undo knows of it, which assigning `value` would end. */
const type = (text: string) => document.execCommand('insertText', false, text)

export function PlainEditor({ handle, onLeaving }: Props) {
  const path = useWorkspaceState(state => state.activePath)
  const text = useWorkspaceState(state => allFiles(state)[state.activePath] ?? '')
  const readOnly = useWorkspaceState(state => fileKind(state, state.activePath) === 'given')
  const { edit } = useActions()
  const textarea = useRef<HTMLTextAreaElement>(null)
  const gutter = useRef<HTMLPreElement>(null)
  const leaving = useRef(false)

  useImperativeHandle(handle, () => ({
    get textarea() {
      return textarea.current
    },
    focus: () => textarea.current?.focus(),
    reveal({ line, column }: SourcePosition) {
      const area = textarea.current
      if (area === null) return
      const offset = offsetOf(area.value, line, column)
      area.focus()
      area.setSelectionRange(offset, offset)
      area.scrollTop = Math.max(0, (line - 5) * Number.parseFloat(getComputedStyle(area).lineHeight))
    },
  }))

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const { value, selectionStart } = event.currentTarget
    if (event.key === 'Escape') {
      leaving.current = true
      onLeaving()
    } else if (event.key === 'Tab') {
      if (leaving.current || event.shiftKey || readOnly) return
      event.preventDefault()
      type('  ')
    } else if (event.key !== 'Shift') leaving.current = false
    if (event.key === 'Enter' && !readOnly) {
      event.preventDefault()
      type(`\n${indentAfter(value.slice(0, selectionStart))}`)
    }
  }

  function onScroll({ currentTarget }: UIEvent<HTMLTextAreaElement>): void {
    if (gutter.current !== null) gutter.current.style.transform = `translateY(${-currentTarget.scrollTop}px)`
  }

  return (
    <div className="plain-editor">
      <pre className="plain-gutter" ref={gutter} aria-hidden="true">
        {lineNumbers(text)}
      </pre>
      <textarea
        key={path}
        ref={textarea}
        value={text}
        readOnly={readOnly}
        onChange={event => edit(path, event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onCompositionStart={event => event.currentTarget.setAttribute('data-composing', '')}
        onCompositionEnd={event => event.currentTarget.removeAttribute('data-composing')}
        onScroll={onScroll}
        aria-label={`${path}, ${readOnly ? 'given code, read only' : 'code'}. Escape and then Tab leaves the editor.`}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
      />
    </div>
  )
}
