import { actionShapes } from './action-shapes.tsx'
import type { Shape } from './shape.ts'
import { statusShapes } from './status-shapes.tsx'

export type StatusIcon = keyof typeof statusShapes
export type IconName = StatusIcon | keyof typeof actionShapes
export const shapes: Record<IconName, Shape> = { ...statusShapes, ...actionShapes }
