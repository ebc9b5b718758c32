/**
 * The choice between the engines.
 * @module
 */

import { useId } from 'react'
import { useEngineActions, useEngines } from '../context.ts'
import { CHOICES } from './words.ts'

export function EngineChoices() {
  const chosen = useEngines(state => state.choice)
  const { choose } = useEngineActions()
  const id = useId()
  return (
    <fieldset className="engine-choices">
      <legend className="visually-hidden">Engine</legend>
      {CHOICES.map(({ choice, name, line }) => (
        <label key={choice} className="engine-choice">
          <input
            type="radio"
            name={id}
            checked={choice === chosen}
            onChange={() => choose(choice)}
            aria-labelledby={`${id}-${choice}`}
            aria-describedby={`${id}-${choice}-line`}
          />
          <span>
            <span id={`${id}-${choice}`} className="engine-choice-name">
              {name}
            </span>
            <span id={`${id}-${choice}-line`} className="faint">
              {line}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
