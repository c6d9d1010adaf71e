'use client'

import { screenFrame } from '../ui/screen-frame'
import type { PipelineFrame } from './pipeline-props'

export const [PipelineFrameProvider, usePipelineFrame] = screenFrame<PipelineFrame>('パイプライン')
