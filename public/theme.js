// Sets the theme before the first paint. The same rule as in src/ui/theme.ts.
;(() => {
  let choice = null
  try {
    choice = localStorage.getItem('rendition:theme')
  } catch {}
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  const theme = choice === 'light' || choice === 'dark' ? choice : dark ? 'dark' : 'light'
  document.documentElement.dataset.theme = theme
})()
