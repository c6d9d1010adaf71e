'use client'

type LayoutFaultProps = { readonly error: Error & { readonly digest?: string }; readonly reset: () => void }

/** What stands when the layout itself could not be drawn: without anything that may be what failed, in both languages. */
export default function LayoutFault({ error, reset }: LayoutFaultProps) {
  return (
    <html lang="ja">
      <body>
        <main className="mx-auto grid min-h-dvh max-w-110 content-center gap-4 px-4">
          <h1 className="text-figure-s font-strong">画面を表示できませんでした</h1>
          <p>入力した内容は送信されていません。{error.digest && `受付番号 ${error.digest}`}</p>
          <p lang="en">The page could not be shown. Nothing was sent. {error.digest && `Reference ${error.digest}`}</p>
          <button type="button" onClick={reset} className="justify-self-start text-accent underline">
            再読み込み <span lang="en">Reload</span>
          </button>
        </main>
      </body>
    </html>
  )
}
