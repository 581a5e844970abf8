export { anchorAt } from './anchorAt'
export { followDecisions, type FollowedDecisions } from './followDecisions'
export { placeAnchors } from './placeAnchors'
export { placeDecisions } from './placeDecisions'
