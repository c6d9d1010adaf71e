import type { ReactNode } from 'react'
import { buttonLook } from '../components/ui/button-look'

type NoticeProps = {
  readonly title: string
  readonly sentence: string
  /** What the way home is called. */
  readonly home: string
  readonly children?: ReactNode
}

/** A page that says why there is nothing to see, and leads home. */
export function Notice({ title, sentence, home, children }: NoticeProps) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-110 content-center gap-4 px-4">
      <h1 className="text-figure-s font-strong">{title}</h1>
      <p className="text-read">{sentence}</p>
      {children}
      <div>
        {/* A plain link: this page comes along with every other one, and home is then read anew. */}
        <a href="/" className={buttonLook({ variant: 'primary' })}>
          {home}
        </a>
      </div>
    </main>
  )
}
