export { newDatabase, type DatabaseInFolder } from './newDatabase'
