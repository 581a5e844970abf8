export { codebookCsv } from './csv'
export { qdc } from './qdc'
