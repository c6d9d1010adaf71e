/**
 * Solves D·x = N·x + b for many right-hand sides b at once, where N counts the moves among n states and D all that
 * leaves them, to absorption included: x is what a walk from each state comes to. By elimination of one state after the
 * other (Grassmann, Taksar, Heyman), which adds where others subtract, so that nothing cancels: every figure is exact
 * to the last digits of a double, and needs no pivoting.
 *
 * @param moves n × n, by rows; a state's moves to itself change nothing and are left out
 * @param absorbed n: how often each state ended a walk
 * @param sides n × m, by rows. All three are used up; the solution stands in `sides`. A state that nothing left is 0.
 */
export function solveAbsorbing(moves: Float64Array, absorbed: Float64Array, sides: Float64Array): void {
  const n = absorbed.length
  const m = n === 0 ? 0 : sides.length / n
  const leaving = new Float64Array(n)
  for (let k = 0; k < n; k++) {
    leaving[k] = absorbed[k] ?? 0
    for (let j = k + 1; j < n; j++) leaving[k] = (leaving[k] ?? 0) + (moves[k * n + j] ?? 0)
    const all = leaving[k] ?? 0
    if (all === 0) continue
    for (let i = k + 1; i < n; i++) {
      const factor = (moves[i * n + k] ?? 0) / all
      if (factor === 0) continue
      absorbed[i] = (absorbed[i] ?? 0) + factor * (absorbed[k] ?? 0)
      addRow(moves, n, i, k, factor)
      addRow(sides, m, i, k, factor)
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let j = k + 1; j < n; j++) addRow(sides, m, k, j, moves[k * n + j] ?? 0)
    const all = leaving[k] ?? 0
    for (let c = k * m; c < (k + 1) * m; c++) sides[c] = all === 0 ? 0 : (sides[c] ?? 0) / all
  }
}

/** Row `to` += factor × row `from`. */
function addRow(matrix: Float64Array, width: number, to: number, from: number, factor: number): void {
  if (factor === 0) return
  for (let c = 0; c < width; c++) {
    matrix[to * width + c] = (matrix[to * width + c] ?? 0) + factor * (matrix[from * width + c] ?? 0)
  }
}
