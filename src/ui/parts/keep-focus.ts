/**
 * For buttons that go away with what they change.
 * @module
 */

/** Gives the focus to what the button is in (a pane, a popup), so that it does not fall back to the page's beginning. */
export const leaveFocus = ({ currentTarget }: { readonly currentTarget: HTMLElement }): void =>
  currentTarget.closest<HTMLElement>('[tabindex="-1"]')?.focus()
