/**
 * Says how the WebContainer stands when that becomes something else; its stages and every confirmation would be too much.
 * @module
 */

import { useEngines } from '../context.ts'
import { announcement } from './words.ts'

export function EngineAnnouncer() {
  const text = useEngines(({ container }) => announcement(container))
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  )
}
