/** From here on a group hardly depends on any single interview. */
const SURE = 0.8;
const FAIRLY_SURE = 0.5;

/**
 * How sure a group is, in words and with the figure.
 * @param confidence the share of runs without one of the interviews in which it is found again, 0 to 1
 */
export function confidenceText(confidence: number): string {
  const words = confidence >= SURE ? 'Sure' : confidence >= FAIRLY_SURE ? 'Fairly sure' : 'Not sure';
  const percent = Math.round(confidence * 100);
  return `${words}: it is found again in ${percent} % of the tries that leave one interview out.`;
}
