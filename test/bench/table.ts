/** A table in Markdown; the first column is of words, the others are of numbers. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

/** A number without its fraction, with commas between thousands. */
export function whole(number: number): string {
  return Math.round(number).toLocaleString('en')
}
