/**
 * When a WebContainer may be started by itself: not on phones, which it takes too much memory of, and not without a
 * network, which it comes over.
 * @module
 */

/** Whether this is a phone or a tablet; there it starts only when somebody asks for it. */
export const isPhone = (): boolean => {
  const { userAgentData } = navigator as Navigator & { readonly userAgentData?: { readonly mobile?: boolean } }
  if (userAgentData?.mobile !== undefined) return userAgentData.mobile
  // An iPad says that it is a Mac, but no Mac has a touch screen.
  const isTablet = navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1
  return isTablet || /Android|iPhone|iPad|Mobile/.test(navigator.userAgent)
}

export const isOffline = (): boolean => navigator.onLine === false

/** For as long as the page is open. */
export const onNetwork = (changed: () => void): void => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
}
