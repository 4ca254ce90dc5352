/** Weighted sums for a ridge regression; the lower triangle by rows. */
export class Ridge {
  private readonly products: Float64Array;
  private readonly answers: Float64Array;

  constructor(
    private readonly size: number,
    penalty: number,
  ) {
    this.products = new Float64Array((size * (size + 1)) / 2);
    this.answers = new Float64Array(size);
    for (let row = 0; row < size; row++) this.products[at(row, row)] = penalty;
  }

  add(x: readonly number[], y: number, weight: number): void {
    for (let row = 0; row < this.size; row++) {
      const weighted = weight * x[row]!;
      if (weighted === 0) continue;
      this.answers[row]! += weighted * y;
      for (let column = 0; column <= row; column++) this.products[at(row, column)]! += weighted * x[column]!;
    }
  }

  /** The coefficients, and the inverse of the sums, which times the noise's variance is their covariance. */
  solved(): { coefficients: number[]; inverse: number[] } {
    const inverse = this.inverse();
    const coefficients = Array.from({ length: this.size }, (_, row) => {
      let sum = 0;
      for (let column = 0; column < this.size; column++) sum += inverse[at(Math.max(row, column), Math.min(row, column))]! * this.answers[column]!;
      return sum;
    });
    return { coefficients, inverse };
  }

  /** By Cholesky: the penalty keeps the sums positive definite. */
  private inverse(): number[] {
    const { size, products } = this;
    const lower = new Float64Array(products);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column <= row; column++) {
        let sum = lower[at(row, column)]!;
        for (let k = 0; k < column; k++) sum -= lower[at(row, k)]! * lower[at(column, k)]!;
        lower[at(row, column)] = row === column ? Math.sqrt(sum) : sum / lower[at(column, column)]!;
      }
    }
    const inverseLower = new Float64Array(lower.length);
    for (let column = 0; column < size; column++) {
      inverseLower[at(column, column)] = 1 / lower[at(column, column)]!;
      for (let row = column + 1; row < size; row++) {
        let sum = 0;
        for (let k = column; k < row; k++) sum -= lower[at(row, k)]! * inverseLower[at(k, column)]!;
        inverseLower[at(row, column)] = sum / lower[at(row, row)]!;
      }
    }
    const inverse = new Array<number>(lower.length).fill(0);
    for (let row = 0; row < size; row++) {
      for (let column = 0; column <= row; column++) {
        for (let k = row; k < size; k++) inverse[at(row, column)]! += inverseLower[at(k, row)]! * inverseLower[at(k, column)]!;
      }
    }
    return inverse;
  }
}

/** x times the symmetric matrix times x. */
export function quadratic(triangle: readonly number[], x: readonly number[]): number {
  let sum = 0;
  for (let row = 0; row < x.length; row++) {
    for (let column = 0; column < row; column++) sum += 2 * x[row]! * x[column]! * triangle[at(row, column)]!;
    sum += x[row]! ** 2 * triangle[at(row, row)]!;
  }
  return sum;
}

function at(row: number, column: number): number {
  return (row * (row + 1)) / 2 + column;
}
