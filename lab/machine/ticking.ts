/** A lab that heard nothing of its own clock for this long was not merely busy. */
export const SLEPT_SECONDS = 20;

export type Clocks = { monotonic: () => number; wall: () => number };
const milliseconds: Clocks = { monotonic: () => performance.now(), wall: () => Date.now() };

/**
 * Calls back each second with the seconds by which the call is late. Both clocks are asked: the monotonic one stands
 * still while a host is suspended, and the wall clock does not; a stopped process sees both go on. Gives what ends it.
 */
export function everySecond(call: (lateSeconds: number) => void, clocks = milliseconds): () => void {
  const now = () => [clocks.monotonic(), clocks.wall()] as const;
  let [monotonic, wall] = now();
  const timer = setInterval(() => {
    const [later, laterWall] = now();
    const passed = Math.max(later - monotonic, laterWall - wall) / 1000;
    [monotonic, wall] = [later, laterWall];
    call(Math.max(0, passed - 1));
  }, 1000);
  return () => clearInterval(timer);
}
