/**
 * Syntax highlighting at build time, for light and dark at once: every token carries its two colours as the CSS
 * variables `--shiki-light` and `--shiki-dark`, and the page's style sheet chooses.
 * @module
 */

import { createHighlighter } from 'shiki'

const THEMES = { light: 'github-light-default', dark: 'github-dark-default' }
const LANGUAGES = ['http', 'json', 'python', 'shellscript', 'typescript']
/** What our Markdown calls them. */
const ALIASES: Readonly<Record<string, string>> = { py: 'python', sh: 'shellscript', text: 'text', ts: 'typescript' }

/** @returns HTML: `<pre class="shiki …" tabindex="0"><code>…`; null for a language that is not offered */
export type Highlight = (code: string, language: string) => string | null

let highlighter: ReturnType<typeof createHighlighter> | undefined

/** The highlighter is made once: loading the grammars takes most of a second. */
export const loadHighlight = async (): Promise<Highlight> => {
  highlighter ??= createHighlighter({ themes: Object.values(THEMES), langs: LANGUAGES })
  const { codeToHtml } = await highlighter
  return (code, language) => {
    const lang = ALIASES[language] ?? language
    if (lang !== 'text' && !LANGUAGES.includes(lang)) return null
    return codeToHtml(code, { lang, themes: THEMES, defaultColor: false })
  }
}
