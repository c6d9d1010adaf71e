'use client'

import { useEffect, useRef } from 'react'
import { Banner } from '../ui/banner'
import type { ImportProps } from './import-props'
import { JobCard } from './job-progress'
import { StepCheck } from './step-check'
import { StepColumns } from './step-columns'
import { StepFile } from './step-file'
import { StepReading } from './step-reading'
import { StepResult } from './step-result'
import { StepValues } from './step-values'
import { Stepper } from './stepper'
import { useImport } from './use-import'

/** An import from the file to its result, step by step; what was chosen stays when one goes back. */
export function ImportWizard(own: ImportProps) {
  const steps = useImport(own)
  const { step, job, error, uploading } = steps.state
  const body = useRef<HTMLDivElement>(null)
  const isFirst = useRef(true)
  // A new step begins at its top, for the eye and for a screen reader.
  useEffect(() => {
    if (!isFirst.current) {
      body.current?.focus({ preventScroll: true })
      scrollTo({ top: 0 })
    }
    isFirst.current = false
  }, [step])
  return (
    <div className="grid gap-3">
      <Stepper step={step} />
      {error !== null && <Banner tone="bad">{error}</Banner>}
      <div ref={body} tabIndex={-1} className="outline-none">
        {job !== null && <JobCard job={job} />}
        <div hidden={job !== null}>
          {(step === 'file' || uploading !== null) && <StepFile steps={steps} />}
          {step === 'reading' && uploading === null && <StepReading steps={steps} />}
          {step === 'columns' && uploading === null && <StepColumns steps={steps} own={own} />}
          {step === 'values' && uploading === null && <StepValues steps={steps} own={own} />}
          {step === 'check' && uploading === null && <StepCheck steps={steps} own={own} />}
          {step === 'result' && <StepResult steps={steps} />}
        </div>
      </div>
    </div>
  )
}
