// A little algebra for fitting by Newton's method.

/** The solution of a symmetric system, by elimination. */
export function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (const [i, row] of rows.entries()) {
    const pivot = row[i] ?? 1;
    rows.forEach((other, j) => {
      const share = (other[i] ?? 0) / pivot;
      if (j !== i) row.forEach((value, k) => (other[k] = (other[k] ?? 0) - share * value));
    });
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}

/** Adds `by` times the outer product of a vector with itself to a matrix. */
export function addOuter(matrix: number[][], vector: readonly number[], by: number): void {
  vector.forEach((value, i) => {
    if (value === 0) return;
    const row = matrix[i] ?? [];
    vector.forEach((other, j) => (row[j] = (row[j] ?? 0) + by * value * other));
  });
}
