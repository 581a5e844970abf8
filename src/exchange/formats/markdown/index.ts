export const markdownReport = undefined as never
