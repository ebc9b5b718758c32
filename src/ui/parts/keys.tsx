/**
 * Keys of a keyboard.
 * @module
 */

export function Keys({ names }: { readonly names: readonly string[] }) {
  return (
    <span className="keys">
      {names.map(name => (
        <kbd key={name}>{name}</kbd>
      ))}
    </span>
  )
}
