declare module 'virtual:package-types' {
  const types: {
    readonly files: Readonly<Record<string, string>>
    readonly paths: Readonly<Record<string, readonly string[]>>
  }
  export default types

  /** Where the editor keeps it → text of the declaration file. */
  type Files = Readonly<Record<string, string>>
  /** Types that are loaded when one of these packages is imported. */
  export const groups: readonly {
    readonly packages: readonly string[]
    readonly load: () => Promise<readonly { readonly default: Files }[]>
  }[]
}
