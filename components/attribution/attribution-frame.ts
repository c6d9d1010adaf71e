'use client'

import { screenFrame } from '../ui/screen-frame'
import type { HeadFrame } from './attribution-props'

export const [HeadFrameProvider, useHeadFrame] = screenFrame<HeadFrame>('貢献度')
