/** The two contacts that become two again. */
export interface Parting {
  readonly survivorId: number;
  readonly duplicateId: number;
}
