/** Modules that build/engine-scripts.ts and build/packages.ts make. */

declare module 'virtual:engine-scripts' {
  /** Address of the engine's scripts, relative to the module that imports it. */
  const url: string
  export default url
}

declare module 'virtual:package-exports' {
  const packages: import('./compile/program.ts').PackageExports
  export default packages
}

declare module 'virtual:package-bundles' {
  /** Addresses are relative to the module that imports it. */
  const bundles: import('./sandbox/embedded/package-source.ts').PackageBundles
  export default bundles
}

declare module '*?worker&url' {
  /** Address of the worker's script, relative to the module that imports it. */
  const url: string
  export default url
}
