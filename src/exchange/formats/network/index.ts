export { gexf } from './gexf'
export { graphml } from './graphml'
