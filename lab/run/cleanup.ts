type Task = () => void | Promise<void>;
const tasks = new Set<Task>();
let ending = false;

/** Has the task done when the lab is interrupted. Gives what takes it off the list again. */
export function atInterrupt(task: Task): () => void {
  tasks.add(task);
  return () => tasks.delete(task);
}

/** Whether the lab was interrupted: what ends from then on ended because of that, and is no evidence. */
export const isEnding = (): boolean => ending;

/** On Ctrl-C or a polite kill: does every task, last first, and ends with the status that shells expect. */
export function watchForInterrupts(): void {
  for (const [signal, number] of [
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ] as const)
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      console.error(`\ninterrupted by ${signal}: ends the machine and removes its files`);
      void cleanUp().finally(() => process.exit(128 + number));
    });
}

async function cleanUp(): Promise<void> {
  for (const task of [...tasks].reverse())
    try {
      await task();
    } catch (error) {
      console.error(error);
    }
}
