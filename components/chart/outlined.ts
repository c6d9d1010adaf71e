/** Text with a halo in the colour of the paper, readable on grid lines and outlines. */
export function outlined(
  ctx: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  ink: string,
  paper: string,
): void {
  ctx.strokeStyle = paper
  ctx.lineWidth = 3
  ctx.strokeText(text, x, y)
  ctx.fillStyle = ink
  ctx.fillText(text, x, y)
}
