/**
 * The self-test page: what it will do, the button that starts it, and what it found out.
 * @module
 */

import { useStore } from 'zustand'
import { Brand } from '../../ui/header/brand.tsx'
import { ThemeMenu } from '../../ui/header/theme-menu.tsx'
import type { CaseChoice } from '../report.ts'
import type { SelfTest } from '../self-test.ts'
import { Activity } from './activity.tsx'
import { Introduction } from './introduction.tsx'
import { Results } from './results.tsx'
import { StartForm } from './start-form.tsx'

interface Props {
  readonly selfTest: SelfTest
  readonly base: string
  readonly cases: CaseChoice
  readonly allowed: boolean
  readonly obstacle: string | null
}

export function SelfTestPage({ selfTest, base, cases, allowed, obstacle }: Props) {
  const { phase, activity, cut, findings } = useStore(selfTest.store)
  return (
    <div className="selftest">
      <header className="selftest-bar">
        <Brand href={base} />
        <ThemeMenu />
      </header>
      <main className="selftest-main">
        <h1>Self-test</h1>
        <Introduction />
        <StartForm
          isRunning={phase === 'running'}
          cases={cases}
          allowed={allowed}
          obstacle={obstacle}
          onStart={choices => void selfTest.start(choices)}
          onStop={selfTest.stop}
        />
        <Activity phase={phase} activity={activity} cut={cut} findings={findings} />
        {findings === null ? null : <Results findings={findings} isDone={phase === 'done'} />}
      </main>
    </div>
  )
}
