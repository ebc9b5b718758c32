/** What Vite puts into workers; its own declarations would bring a document along. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean }
}
