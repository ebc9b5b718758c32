/**
 * Questions with one right option. An answer says why it is right or wrong, and another can be tried.
 * @module
 */

import { CircleCheck, CircleX } from 'lucide-react'
import { useId, useState } from 'react'
import type { QuizQuestion } from '../../exercise/exercise.ts'
import { TrustedHtml } from '../parts/trusted-html.tsx'

interface OptionProps {
  readonly option: QuizQuestion['options'][number]
  readonly group: string
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Option({ option, group, chosen, onChoose }: OptionProps) {
  const why = useId()
  const Icon = option.right ? CircleCheck : CircleX
  return (
    <div className="quiz-option" data-answer={chosen ? (option.right ? 'right' : 'wrong') : undefined}>
      <label>
        <input
          type="radio"
          name={group}
          checked={chosen}
          onChange={onChoose}
          aria-describedby={chosen ? why : undefined}
        />
        <TrustedHtml html={option.html} inline className="prose" />
      </label>
      {chosen ? (
        <div className="quiz-why" id={why} role="status">
          <Icon aria-hidden size={14} />
          <div>
            <strong>{option.right ? 'Right.' : 'Not this one.'}</strong>{' '}
            <TrustedHtml html={option.whyHtml} inline className="prose" />
          </div>
        </div>
      ) : null}
    </div>
  )
}

function Question({ question }: { readonly question: QuizQuestion }) {
  const group = useId()
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <fieldset className="quiz-question">
      <legend>
        <TrustedHtml html={question.html} inline className="prose" />
      </legend>
      {question.options.map((option, index) => (
        <Option
          key={option.html}
          option={option}
          group={group}
          chosen={chosen === index}
          onChoose={() => setChosen(index)}
        />
      ))}
    </fieldset>
  )
}

export function Quiz({ questions }: { readonly questions: readonly QuizQuestion[] }) {
  if (questions.length === 0) return null
  return (
    <section className="brief-section" aria-labelledby="quiz-title">
      <h3 id="quiz-title">Quiz</h3>
      {questions.map(question => (
        <Question key={question.html} question={question} />
      ))}
    </section>
  )
}
