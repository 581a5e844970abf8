/** Union-find with path halving; the smaller index is the root, so that the result does not depend on the order of joins. */
export class DisjointSets {
  private readonly parents: Int32Array
  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, index) => index)
  }
  find(index: number): number {
    while (this.parents[index] !== index) {
      this.parents[index] = this.parents[this.parents[index]!]!
      index = this.parents[index]!
    }
    return index
  }
  join(a: number, b: number): void {
    const [low, high] = [this.find(a), this.find(b)].sort((x, y) => x - y) as [number, number]
    this.parents[high] = low
  }
}
