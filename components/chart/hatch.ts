const SIZE = 8

/** Diagonal stripes of `line` on `gap`: what is expected, not yet real. Falls back to the plain colour. */
export function hatch(line: string, gap: string): CanvasPattern | string {
  const tile = document.createElement('canvas')
  tile.width = SIZE
  tile.height = SIZE
  const context = tile.getContext('2d')
  if (context === null) return line
  context.fillStyle = gap
  context.fillRect(0, 0, SIZE, SIZE)
  context.strokeStyle = line
  context.lineWidth = 1.5
  context.beginPath()
  for (const x of [-SIZE, -SIZE / 2, 0, SIZE / 2, SIZE]) {
    context.moveTo(x - 1, SIZE + 1)
    context.lineTo(x + SIZE + 1, -1)
  }
  context.stroke()
  return context.createPattern(tile, 'repeat') ?? line
}
