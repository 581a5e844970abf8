export { newDatabase, type DatabaseInFolder } from './newDatabase'
export { readDatabase, type ReadDatabase, type SqlValue } from './readDatabase'
