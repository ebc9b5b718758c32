/**
 * Parts of the page that have to do with engines.
 * @module
 */

import type { Locator, Page } from 'playwright-core'

export const badgeOf = (page: Page): Locator => page.getByRole('button', { name: /^Engine: / })

export const panelOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Where your code runs' })

/** Turns the WebContainer off for good, and on again. */
export const neverSwitch = (page: Page): Locator =>
  panelOf(page).getByRole('switch', { name: 'Never start the WebContainer' })

export const dockTab = (page: Page, name: string): Locator =>
  page.locator('.dock').getByRole('tab', { name, exact: true })

/** Picks an engine in the menu of the badge. */
export const choose = async (page: Page, name: string): Promise<void> => {
  await badgeOf(page).click()
  await panelOf(page)
    .getByRole('radio', { name: new RegExp(`^${name}`) })
    .check()
  await page.keyboard.press('Escape')
}
