declare module 'virtual:package-types' {
  const types: {
    readonly files: Readonly<Record<string, string>>
    readonly paths: Readonly<Record<string, readonly string[]>>
  }
  export default types
}

declare module 'virtual:package-types/zod' {
  /** Where the editor keeps it → text of the declaration file. */
  const files: Readonly<Record<string, string>>
  export default files
}
