/**
 * Says how the WebContainer stands when that becomes something else; its stages and every confirmation would be too much.
 * @module
 */

import { useEngines } from '../context.ts'
import { announcement, whyNoAnswer } from './words.ts'

export function EngineAnnouncer() {
  // What the results say is announced from there.
  const text = useEngines(({ choice, container }) =>
    whyNoAnswer(choice, container) === null ? announcement(container) : '',
  )
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  )
}
