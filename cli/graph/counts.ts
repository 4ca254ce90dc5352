/** People of a live campaign, in the graph of its scenario. */
export interface Counts {
  /** How many stand at a node now, by its id. */
  readonly waiting: ReadonlyMap<string, number>;
  /** How many have gone along an edge, by `<from> <to>`. */
  readonly taken: ReadonlyMap<string, number>;
  /** How many have ended as the frame says, at whatever moment, by outcome. */
  readonly ended: ReadonlyMap<string, number>;
  readonly people: number;
  /** People whose record does not fit the path, so that they stand nowhere in it. */
  readonly unplaced: number;
}
