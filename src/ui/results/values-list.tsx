/**
 * The values that a check was performed with: made from the seed, or saved from an answer.
 * @module
 */

import type { Check } from '../../check/check.ts'
import type { Json } from '../../check/expectation.ts'
import type { RunResult } from '../../run/verdict.ts'

/** Characters of one value. */
const shownLength = 200

const textOf = (value: Json): string => {
  const text = JSON.stringify(value)
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
}

interface Props {
  readonly check: Check
  readonly values: RunResult['values']
}

export function ValuesList({ check, values }: Props) {
  const entries = Object.entries(values)
  if (entries.length === 0) return null
  const isGenerated = (name: string) => Object.hasOwn(check.values ?? {}, name)
  return (
    <div className="block">
      <h4 className="eyebrow">Values</h4>
      <dl className="values">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{`{{${name}}}`}</code>
            </dt>
            <dd>
              <code>{textOf(value)}</code> <span className="faint">{isGenerated(name) ? '' : 'saved'}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
