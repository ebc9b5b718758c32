/**
 * Why nothing answers, when the person wants real Node alone and it is not up; and the way back to what answers.
 * @module
 */

import { Cpu } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useEngineActions, useEngines } from '../context.ts'
import { leaveFocus } from '../parts/keep-focus.ts'
import { Notice } from '../parts/notice.tsx'
import { ContainerButton } from './container-button.tsx'
import { whyNoAnswer } from './words.ts'

/** For the case that real Node is wanted and not there, or failed at it. */
export function UsePageEngine() {
  const { choose } = useEngineActions()
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    leaveFocus(event)
    choose('auto')
  }
  return (
    <button type="button" className="button small" onClick={press}>
      <Cpu aria-hidden size={12} />
      Use the engine in this page
    </button>
  )
}

export function PinnedNotice() {
  const choice = useEngines(state => state.choice)
  const container = useEngines(state => state.container)
  const why = whyNoAnswer(choice, container)
  if (why === null) return null
  return (
    <Notice
      kind={why.ours ? 'ours' : 'info'}
      title={why.title}
      action={
        <>
          <ContainerButton />
          <UsePageEngine />
        </>
      }
    >
      {/* Its stages pass quickly, and would all be read out. */}
      <span aria-live="off">{why.text}</span>
    </Notice>
  )
}
