declare module '@citation-js/core' {
  /** Reads a bibliography as items of CSL JSON. */
  export const plugins: { readonly input: { chain(data: unknown, options?: { forceType?: string }): unknown } }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
