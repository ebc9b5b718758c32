/**
 * Puts the self-test on the page.
 * @module
 */

import '../../ui/styles/index.css'
import '../../ui/styles/selftest.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { CaseChoice } from '../report.ts'
import type { SelfTest } from '../self-test.ts'
import { SelfTestPage } from './self-test-page.tsx'

interface MountOptions {
  /** Where the list of exercises is. */
  readonly base: string
  /** Which cases the address asks for. */
  readonly cases: CaseChoice
  /** Whether a WebContainer may be started without being asked for. */
  readonly allowed: boolean
  /** Why none can run in this page, as a sentence; null when it can be tried. */
  readonly obstacle: string | null
}

/** Whatever stood in the element for readers without scripts gives way. */
export function mountSelfTest(element: HTMLElement, selfTest: SelfTest, options: MountOptions): void {
  createRoot(element).render(
    <StrictMode>
      <SelfTestPage selfTest={selfTest} {...options} />
    </StrictMode>,
  )
}
