/**
 * A few choices of which any number can be pressed; none pressed is as all.
 * @module
 */

interface Props<Choice extends string> {
  readonly label: string
  readonly all: readonly Choice[]
  readonly chosen: readonly Choice[]
  readonly onChoose: (chosen: readonly Choice[]) => void
}

export function Choices<Choice extends string>({ label, all, chosen, onChoose }: Props<Choice>) {
  const toggle = (choice: Choice) =>
    // In their own order, whatever was pressed first, so that the same choices have the same address.
    onChoose(all.filter(one => (one === choice) !== chosen.includes(one)))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form, and these are none
    <div className="choices" role="group" aria-label={label}>
      {all.map(choice => (
        <button key={choice} type="button" aria-pressed={chosen.includes(choice)} onClick={() => toggle(choice)}>
          {choice}
        </button>
      ))}
    </div>
  )
}
