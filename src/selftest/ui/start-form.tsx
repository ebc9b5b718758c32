/**
 * What is to be tested, and the button that starts it.
 * @module
 */

import { Play, Square } from 'lucide-react'
import { useState } from 'react'
import type { CaseChoice } from '../report.ts'
import type { Choices } from '../self-test.ts'
import { useOnline } from './use-online.ts'

interface Props {
  readonly isRunning: boolean
  readonly cases: CaseChoice
  /** Whether a WebContainer may be started without being asked for. */
  readonly allowed: boolean
  /** Why none can run in this page, as a sentence; null when it can be tried. */
  readonly obstacle: string | null
  readonly onStart: (choices: Choices) => void
  readonly onStop: () => void
}

const CASES: readonly { readonly choice: CaseChoice; readonly label: string }[] = [
  { choice: 'all', label: 'All cases, which takes up to a minute in each engine' },
  { choice: 'smoke', label: 'A short list of them, which takes seconds' },
]

const OFFLINE = 'A WebContainer cannot start now, because this browser is offline and it comes from stackblitz.com.'
const UNWANTED = 'It was not asked for.'

export function StartForm({ isRunning, cases, allowed, obstacle: lasting, onStart, onStop }: Props) {
  const [choice, setChoice] = useState(cases)
  const [wanted, setWanted] = useState(allowed)
  const [restart, setRestart] = useState(false)
  const isOnline = useOnline()
  const obstacle = lasting ?? (isOnline ? null : OFFLINE)
  const container = obstacle ?? (wanted || UNWANTED)
  return (
    <form
      className="selftest-form"
      onSubmit={event => {
        event.preventDefault()
        if (isRunning) onStop()
        else onStart({ cases: choice, container, restart: restart && container === true })
      }}
    >
      <fieldset disabled={isRunning}>
        <legend className="visually-hidden">What is tested</legend>
        {CASES.map(({ choice: value, label }) => (
          <label key={value}>
            <input type="radio" name="cases" checked={choice === value} onChange={() => setChoice(value)} />
            {label}
          </label>
        ))}
        <label>
          <input
            type="checkbox"
            checked={container === true}
            disabled={obstacle !== null}
            onChange={event => setWanted(event.target.checked)}
          />
          The WebContainer too, from StackBlitz
        </label>
        {obstacle === null ? null : <p className="selftest-obstacle">{obstacle}</p>}
        <label>
          <input
            type="checkbox"
            checked={restart && container === true}
            disabled={container !== true}
            onChange={event => setRestart(event.target.checked)}
          />
          At the end, end the WebContainer and start another
        </label>
      </fieldset>
      {/* One button, which keeps the focus. */}
      <button type="submit" className={isRunning ? 'button' : 'button primary'}>
        {isRunning ? <Square aria-hidden size={14} /> : <Play aria-hidden size={14} />}
        {isRunning ? 'Stop' : 'Run the self-test'}
      </button>
    </form>
  )
}
