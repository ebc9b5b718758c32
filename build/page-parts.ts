/**
 * What a page of the build loads beside its entry: found in the bundle, so that the page can ask for it at once.
 * @module
 */

/** As much of a file of the bundle as is looked at. */
type BundleFile =
  | { readonly type: 'asset' }
  | {
      readonly type: 'chunk'
      readonly fileName: string
      readonly facadeModuleId: string | null
      readonly imports: readonly string[]
      readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } | undefined
    }

type Bundle = Readonly<Record<string, BundleFile>>

/**
 * The scripts and styles of a part that is imported when it is needed.
 * @param module the end of the module's path: `/src/ui/exercise-page.tsx`
 */
const filesOf = (bundle: Bundle, module: string): { scripts: readonly string[]; styles: readonly string[] } => {
  const chunk = Object.values(bundle).find(
    file => file.type === 'chunk' && file.facadeModuleId?.replaceAll('\\', '/').endsWith(module),
  )
  if (chunk?.type !== 'chunk')
    throw new Error(`could not make the pages: because ${module} is no part of its own; import it with import()`)
  return { scripts: [chunk.fileName, ...chunk.imports], styles: [...(chunk.viteMetadata?.importedCss ?? [])] }
}

/** Tags for the head of a page that shows the part. The styles are there without scripts, too. */
export const tagsOf = (bundle: Bundle, module: string, page: string): string => {
  const { scripts, styles } = filesOf(bundle, module)
  return [
    ...styles.map(file => `<link rel="stylesheet" crossorigin href="./${file}">`),
    ...scripts.map(file => `<link rel="modulepreload" crossorigin href="./${file}">`),
  ]
    .filter(tag => !page.includes(tag))
    .join('')
}
