import { type PipelineFrame, recordsHref } from './pipeline-props'

/** The leads passed in the period that a figure counts. */
export function passedHref(frame: PipelineFrame, query: Readonly<Record<string, string | null>> = {}) {
  return recordsHref(frame, 'leads', { basis: 'passed', from: frame.from, to: frame.to, ...query })
}
