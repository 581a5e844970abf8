/** How the conditions of a filter are called, in the user's language. `{0}` stands for the name or date that is asked for. */
export interface ConditionStrings {
  readonly direct: string
  readonly indirect: string
  readonly mixed: string
  readonly filterSpeech: string
  readonly filterAttitude: string
  readonly filterWithName: string
  readonly filterWithoutName: string
  readonly persons: string
  readonly organizations: string
  readonly groups: string
  readonly placesAsLocations: string
  readonly actingPlaces: string
  readonly filterUndecided: string
  readonly filterDecided: string
  readonly filterReview: string
  readonly filterCoded: string
  readonly filterNoted: string
  readonly filterPerson: string
  readonly chipSource: string
  readonly chipAbout: string
  readonly chipOutlet: string
  readonly chipDate: string
  readonly chipArticle: string
  readonly chipCode: string
}
