import { createHash } from 'node:crypto';
import { largestReport, type Reported, reported } from '../schema/index.ts';
import type { ReadReport } from './read.ts';

export type Judged = { report: Reported; sha256: string } | { reasons: string[] };

/** Names that mean something to JavaScript itself: no report has a use for them. */
const reserved = ['__proto__', 'constructor', 'prototype'];

/** A stranger's file as a report, or every reason why it is none. Never throws, and never repeats what could harm. */
export function judgeReport({ size, bytes }: Pick<ReadReport, 'size' | 'bytes'>): Judged {
  if (size > largestReport)
    return { reasons: [`is ${size} bytes long; a report has at most ${largestReport}, so this was not read`] };
  if (!bytes) return { reasons: ['is no plain file'] };
  let json: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    json = JSON.parse(text, (key, value: unknown) => {
      if (reserved.includes(key)) throw new Error(`it has a field called ${key}`);
      return value;
    });
  } catch (error) {
    return { reasons: [`is not whole JSON in UTF-8: ${harmless((error as Error).message)}`] };
  }
  const parsed = reported.safeParse(json);
  if (parsed.success)
    return { report: parsed.data, sha256: createHash('sha256').update(canonical(parsed.data)).digest('hex') };
  return {
    reasons: parsed.error.issues
      .slice(0, 20)
      .map(({ path, message }) => harmless(`${path.join('.') || 'it'}: ${message}`)),
  };
}

/** The text under which a report is filed: what the schema let through, and nothing else. */
export const canonical = (report: Reported): string => `${JSON.stringify(report, null, 2)}\n`;

/** The name of a report's file, from what it says. */
export const reportId = ({ taken, system }: Reported, sha256: string): string =>
  `${taken}-${system}-${sha256.slice(0, 8)}`;

/** A message that may quote the file: one line of printable ASCII, not too long. */
const harmless = (message: string) =>
  message
    .replace(/\s+/g, ' ')
    .replace(/[^ -~]/g, '?')
    .slice(0, 200);
