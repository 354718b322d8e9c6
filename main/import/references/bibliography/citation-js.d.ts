/** Citation.js has no types: what is used of it. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      /** Parses and converts step by step, to `target` or to CSL-JSON. Throws an `Error` for what it cannot read. */
      chain(text: string, options: { readonly generateGraph: boolean; readonly target?: string }): unknown;
    };
  };
}
declare module '@citation-js/plugin-bibtex';
