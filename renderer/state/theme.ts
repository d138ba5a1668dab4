import type { Theme } from '../../electron/shared/settings.ts'

const darkWanted = '(prefers-color-scheme: dark)'

/**
 * Applies a theme to the page, and follows the system's choice if the theme depends on it. Ends what an earlier call
 * began.
 */
export function applyTheme(theme: Theme): () => void {
  const system = window.matchMedia(darkWanted)
  const wear = () => {
    document.documentElement.dataset['theme'] = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme
  }
  wear()
  if (theme !== 'system') return () => {}
  system.addEventListener('change', wear)
  return () => system.removeEventListener('change', wear)
}
