/**
 * HTML made from the project's own Markdown and code by the build. Nothing that a program or a person wrote comes here.
 * @module
 */

interface Props {
  readonly html: string
  readonly className?: string
  readonly inline?: boolean
}

export function TrustedHtml({ html, className, inline = false }: Props) {
  const Tag = inline ? 'span' : 'div'
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the build made it from files of this repository
  return <Tag className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
