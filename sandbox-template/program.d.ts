/** What programs of every engine have of Node's `process`, as far as a server needs it. */
declare const process: {
  /** Environment variables: text, or nothing. Programs may change them. */
  readonly env: Record<string, string | undefined>
  /** Ends the app. */
  exit(code?: number): never
  cwd(): string
  uptime(): number
  nextTick(callback: (...args: unknown[]) => void, ...args: unknown[]): void
}
