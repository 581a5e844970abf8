export interface OverviewStrings { readonly locale: string }
