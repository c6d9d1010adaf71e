import type { Metadata } from 'next'
import { type Described, describedApi } from '#lib/api/described'
import { openApi } from '#lib/api/open-api'
import { environment } from '#server/env'

export const metadata: Metadata = { title: 'Gyakusan API' }

/** What the HTTP API takes and answers, from the same description that /api/v1/openapi.json serves. */
export default function ApiPage() {
  const { description, calls } = describedApi(openApi(environment().origin))
  return (
    <main lang="en" className="mx-auto grid max-w-240 gap-4 p-6">
      <h1 className="text-title">Gyakusan API</h1>
      <p className="leading-text">{description}</p>
      <p>
        <a href="/api/v1/openapi.json" className="text-accent underline">
          openapi.json
        </a>
      </p>
      {calls.map((call) => (
        <ApiCall key={call.name} call={call} />
      ))}
    </main>
  )
}

function ApiCall({ call: { name, summary, limits, parameters, body, answer } }: { readonly call: Described }) {
  return (
    <section className="grid min-w-0 gap-2 rounded-3 border bg-surface p-4">
      <h2 className="font-mono text-read">{name}</h2>
      <p>{summary}</p>
      <p className="text-small text-text-2">{limits}</p>
      {parameters.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 text-small">
          {parameters.map(({ name, note }) => (
            <div key={name} className="contents">
              <dt className="font-mono">{name}</dt>
              <dd className="text-text-2">{note}</dd>
            </div>
          ))}
        </dl>
      )}
      {body && <Schema title="Body" text={body} />}
      <Schema title="Answer" text={answer} />
    </section>
  )
}

function Schema({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <details>
      <summary className="cursor-pointer text-text-2">{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <pre tabIndex={0} className="mt-2 max-h-120 overflow-auto rounded-2 bg-surface-3 p-3 font-mono text-small">
        {text}
      </pre>
    </details>
  )
}
