/**
 * The product's mark and name, which lead to the catalogue.
 * @module
 */

export function Mark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect className="mark-ground" width="32" height="32" rx="8" />
      <path className="mark-line" d="M9 10h8M9 16h14M9 22h5" />
      <path className="mark-line" d="m17.5 22 2.5 2.5 5-5.5" />
    </svg>
  )
}

export function Brand({ href }: { readonly href: string }) {
  return (
    <a className="brand" href={href} aria-label="Rendition, all exercises">
      <Mark />
      <span>Rendition</span>
    </a>
  )
}
