/**
 * How far the person has come, read again whenever they come back to the page: another tab, or the exercise that they
 * come back from, may have gone on.
 * @module
 */

import { useEffect, useState } from 'react'
import type { Journey } from '../../workspace/route.ts'

export function useJourney(initial: Journey, read: () => Promise<Journey>): Journey {
  const [journey, setJourney] = useState(initial)
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return
      // What was known stays when this browser no longer says.
      read().then(setJourney, () => undefined)
    }
    const back = ({ persisted }: PageTransitionEvent) => {
      if (persisted) look()
    }
    document.addEventListener('visibilitychange', look)
    window.addEventListener('pageshow', back)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('pageshow', back)
    }
  }, [read])
  return journey
}
