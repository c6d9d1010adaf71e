import { chooseLanguage } from '../preferences'

/** Switches the language without JavaScript, too. */
export function LanguageForm({ locale }: { readonly locale: string }) {
  const other = locale === 'ja' ? 'en' : 'ja'
  return (
    <form action={chooseLanguage}>
      <input type="hidden" name="locale" value={other} />
      <button
        type="submit"
        lang={other}
        className="min-h-8 font-strong whitespace-nowrap text-accent pointer-coarse:min-h-11"
      >
        {other === 'ja' ? '日本語' : 'English'}
      </button>
    </form>
  )
}
