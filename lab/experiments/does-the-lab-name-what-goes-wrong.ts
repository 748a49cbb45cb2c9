import { z } from 'zod';
import { solidState } from '../machine/disks.ts';
import { codeOf } from './experiment.ts';

/** What is done to a guest, and the reason that the lab has to give for it. */
const accidents = {
  fails: { command: 'false', seconds: 10, reason: /^a command had to succeed and ended with status 1: false/ },
  hangs: { command: 'sleep 60', seconds: 3, reason: /^a command did not end within its time limit: sleep 60$/ },
  panics: { command: 'echo c > /proc/sysrq-trigger', seconds: 60, reason: /^the kernel stopped: / },
  restarts: {
    command: 'echo b > /proc/sysrq-trigger; sleep 60',
    seconds: 90,
    reason: /^the guest rebooted without having been asked to$/,
  },
  powersOff: {
    command: 'echo o > /proc/sysrq-trigger; sleep 60',
    seconds: 90,
    reason: /^the guest powered off without having been asked to$/,
  },
  // The agent is the parent of the shell.
  fallsSilent: { command: 'kill -STOP $PPID; sleep 60', seconds: 90, reason: /^the guest was silent for \d+ s$/ },
} as const;
const names = ['fails', 'hangs', 'panics', 'restarts', 'powersOff', 'fallsSilent'] as const;

export default codeOf('does-the-lab-name-what-goes-wrong', {
  disks: [solidState('S1')],
  limits: { silenceSeconds: 15 },
  observations: z.strictObject({
    /** What the lab said, in the order in which the accidents were arranged. */
    reasons: z.array(z.strictObject({ accident: z.enum(names), reason: z.string() })),
  }),

  async perform({ machine, guest, host }) {
    await machine.boot();
    await machine.save('ready');
    const reasons: { accident: (typeof names)[number]; reason: string }[] = [];
    for (const accident of names) {
      await machine.fork('ready');
      const { command, seconds } = accidents[accident];
      let reason = 'nothing';
      try {
        await guest.succeed(command, { seconds });
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
      await machine.forgive();
      host.note(`arranged was: ${accident}; the lab says: ${reason}`);
      reasons.push({ accident, reason });
    }
    return { reasons };
  },

  measure({ reasons }) {
    const named = reasons.filter(({ accident, reason }) => accidents[accident].reason.test(reason));
    return { arranged: reasons.length, named: named.length };
  },
});
