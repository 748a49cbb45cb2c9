import { readTranscript, transcriptAt } from '../evidence/transcripts.ts';
import type { ProcedureView } from '../model/types.ts';
import type { Kernel } from '../schema/index.ts';
import { completeRuns, transcriptFile } from './lookup.ts';

/** The last time that the lab ran a procedure: where and when, and what was printed. */
export type LastRun = { experiment: string; question: string; kernel: Kernel; run: number; on: string; text: string };

/** Null when no complete run has it in its transcript. */
export function lastRun(procedure: ProcedureView): LastRun | null {
  const runs = procedure.ranIn
    .flatMap((experiment) => completeRuns(experiment).map((one) => ({ experiment, one })))
    .sort((a, b) => b.one.run.started.localeCompare(a.one.run.started));
  for (const { experiment, one } of runs) {
    const text = partOf(transcriptOf(transcriptFile(one)), procedure.id);
    if (text === null) continue;
    const { kernel, run } = one;
    return { experiment: experiment.id, question: experiment.question, kernel, run: run.number, on: run.started, text };
  }
  return null;
}

const transcriptOf = (file: string): string => (transcriptAt(file) ? readTranscript(file) : '');

const command = /^\s*[\d.]+\s+(?:\[[\d.]+\])?\s*guest {3}\$ (.*)$/;
const reason = /^\s*[\d.]+\s+(?:\[[\d.]+\])?\s*host {4}# (.*)$/;
const stamped = /^\s*\d+\.\d{3}\s+(?:\[[\d.]+\])?\s*(?:guest|host|kernel|console) /;
const ended = /^\s*[\d.]+\s+(?:\[[\d.]+\])?\s*guest {3}= /;

/**
 * What a reader would have seen of a procedure: the part of a transcript under its title, without clocks, kernel and
 * host. A runbook is one command, its script; of other procedures each step is announced by its reason, and what comes
 * after the steps is not of it. Null when it is not there.
 */
export function partOf(transcript: string, id: string): string | null {
  const part = transcript.split(/^(?=== )/m).findLast((one) => one.split('\n', 1)[0]?.endsWith(`(procedure ${id})`));
  if (part === undefined) return null;
  const lines: string[] = [];
  let isOurs = false;
  let announced = false;
  for (const line of part.split('\n').slice(1)) {
    const said = reason.exec(line)?.[1];
    const run = command.exec(line)?.[1];
    if (said !== undefined) {
      lines.push(`# ${said}`);
      announced = true;
    } else if (run !== undefined) {
      isOurs = announced || run.startsWith('bash /lab/');
      announced = false;
      if (isOurs) lines.push(`$ ${run.replace('/lab/', '').replace(/ 2>&1$/, '')}`);
    } else if (ended.test(line)) isOurs = false;
    else if (isOurs && !stamped.test(line) && /^ {2}[ !] /.test(line)) lines.push(line.slice(4));
  }
  return lines.length ? lines.join('\n') : null;
}
