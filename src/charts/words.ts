import { figure } from '../model/derive/values.ts';

/** `94 to 99`, or the one value that all have. */
export function range(values: readonly number[]): string {
  const [low, high] = [figure(Math.min(...values)), figure(Math.max(...values))];
  return low === high ? low : `${low} to ${high}`;
}
