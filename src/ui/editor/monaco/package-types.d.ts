declare module 'virtual:package-types' {
  const types: {
    readonly files: Readonly<Record<string, string>>
    readonly paths: Readonly<Record<string, readonly string[]>>
  }
  export default types
}
