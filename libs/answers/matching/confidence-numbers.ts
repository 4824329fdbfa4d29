/** Numbers of a logistic model of "some answer fits" and of how sharply scores tell answers apart. */
export interface ConfidenceNumbers {
  constant: number;
  top: number;
  lead: number;
  nearest: number;
  nearestOfTop: number;
  coverage: number;
  /** Of ln(wordings per answer). */
  wordings: number;
  topByWordings: number;
  nearestByWordings: number;
  /** Of ln(answers). */
  answers: number;
  /** Sharpness of the shares is exp(sharpness + sharpnessByWordings · ln(wordings per answer)). */
  sharpness: number;
  sharpnessByWordings: number;
}
