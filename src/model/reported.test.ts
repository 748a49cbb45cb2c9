import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reported } from '../schema/index.ts';
import { checkFixture, complaints } from './fixture.ts';
import { readReport } from './read.ts';
import { canonical, judgeReport, reportId } from './reported.ts';

/** What the script wrote on a real disk, as it is. */
const real = readFileSync('src/model/fixtures/measurement.json', 'utf8');
const bytes = (text: string) => new TextEncoder().encode(text);
const judge = (text: string) => judgeReport({ size: bytes(text).length, bytes: bytes(text) });
const reasons = (text: string) => {
  const judged = judge(text);
  return 'reasons' in judged ? judged.reasons : [];
};
const spoilt = (spoil: (report: Record<string, unknown> & Reported) => void) => {
  const report = JSON.parse(real);
  spoil(report);
  return reasons(JSON.stringify(report));
};

describe('judgeReport', () => {
  it('takes what the script writes', () => {
    expect(judge(real)).toMatchObject({ report: { system: 'no-cache', on: 'scratch file', fio: 'fio-3.33' } });
  });

  it.each<[string, string[]]>([
    ['JSON that breaks off', reasons(real.slice(0, 400))],
    ['NaN', reasons(real.replace('12316.68', 'NaN'))],
    [
      'no UTF-8',
      (() => {
        const judged = judgeReport({ size: 2, bytes: new Uint8Array([0xff, 0xfe]) });
        return 'reasons' in judged ? judged.reasons : [];
      })(),
    ],
    [
      'a key that reaches into JavaScript',
      reasons(real.replace('"schema": 1', '"schema": 1, "__proto__": {"admin": true}')),
    ],
    ['the same, deeper', reasons(real.replace('"unit": "IOPS"', '"unit": "IOPS", "constructor": 1'))],
  ])('refuses %s', (_, said) => {
    expect(said).toEqual([expect.stringMatching(/^is not whole JSON in UTF-8: /)]);
  });

  it('does not so much as read what is too large', () => {
    expect(judgeReport({ size: 10_000_000, bytes: undefined })).toEqual({
      reasons: ['is 10000000 bytes long; a report has at most 200000, so this was not read'],
    });
  });

  it.each<[string, (report: Record<string, unknown> & Reported) => void, string]>([
    [
      'markup',
      (r) => {
        r.disks = ['<script>alert(1)</script>'];
      },
      'disks.0: has characters that a report may not have',
    ],
    [
      'control characters',
      (r) => {
        r.note = 'a\u001b[2Jb';
      },
      'note: has characters that a report may not have',
    ],
    [
      'text that turns round',
      (r) => {
        r.note = 'a\u202eb';
      },
      'note: has characters that a report may not have',
    ],
    [
      'a number beyond sense',
      (r) => {
        if (r.jobs[0]) r.jobs[0].rate.passes = [1e300, 1];
      },
      'jobs.0.rate.passes.0: Too big: expected number to be <=100000000',
    ],
    [
      'a rate below nothing',
      (r) => {
        if (r.jobs[0]) r.jobs[0].rate.passes = [-1, 1];
      },
      'jobs.0.rate.passes.0: Too small: expected number to be >0',
    ],
    [
      'another unit',
      (r) => {
        Object.assign(r.jobs[0]?.latency ?? {}, { unit: 'seconds' });
      },
      'jobs.0.latency.unit: Invalid input: expected "milliseconds"',
    ],
    [
      'a missing pass',
      (r) => {
        r.jobs[0]?.latency.median.pop();
      },
      'jobs.0.latency: has not as many latencies as rates',
    ],
    [
      'a field of its own',
      (r) => {
        r['verdict'] = 'holds';
      },
      'it: Unrecognized key: "verdict"',
    ],
    [
      'many disks',
      (r) => {
        r.disks = Array.from({ length: 17 }, () => 'disk');
      },
      'disks: Too big: expected array to have <=16 items',
    ],
    [
      'a date that is none',
      (r) => {
        r.taken = '2026-13-01';
      },
      'taken: Invalid ISO date',
    ],
  ])('refuses %s', (_, spoil, reason) => {
    expect(spoilt(spoil)).toContain(reason);
  });

  it('never repeats control characters in a reason', () => {
    expect(
      spoilt((r) => {
        r['\u001b]0;\u0007'] = 1;
      }).join(''),
    ).toMatch(/^[ -~]+$/);
  });
});

describe('readReport', () => {
  const root = mkdtempSync(join(tmpdir(), 'report-'));
  afterAll(() => rmSync(root, { recursive: true }));

  it('follows no link and reads nothing that is too large', () => {
    writeFileSync(join(root, 'large.json'), Buffer.alloc(10_000_000, ' '));
    symlinkSync('/etc/hostname', join(root, 'link.json'));
    expect(readReport(root, 'large.json')).toEqual({ file: 'large.json', size: 10_000_000, bytes: undefined });
    expect(judgeReport(readReport(root, 'link.json'))).toEqual({ reasons: ['is no plain file'] });
  });
});

describe('a report in the project', () => {
  const report: Reported = { ...JSON.parse(real), system: 'cache' };
  const filed = (text: string) => {
    const judged = judge(text);
    return 'report' in judged ? `data/reported/${reportId(judged.report, judged.sha256)}.json` : 'data/reported/x.json';
  };
  const text = canonical(report);

  it('changes nothing of what is claimed', () => {
    const { model, problems } = checkFixture((f) => {
      f.reports[filed(text)] = text;
    });
    expect(problems).toEqual([]);
    expect(model.reports).toHaveLength(1);
    const { reports: _, ...rest } = model;
    const { reports: __, ...before } = checkFixture().model;
    expect(JSON.stringify(rest)).toBe(JSON.stringify(before));
  });

  it('is refused where it was edited, where it is there twice, and where it is about no system of ours', () => {
    const elsewhere = canonical({ ...report, system: JSON.parse('"cahce"') });
    const said = complaints((f) => {
      f.reports = { [filed(text)]: text, 'data/reported/z.json': text, [filed(elsewhere)]: elsewhere };
    });
    expect(said).toEqual([
      `reports-stand-apart: data/reported/z.json report z : says the same as ${filed(text)} → remove one of the two`,
      expect.stringContaining('system: there is no system "cahce" → did you mean "cache"?'),
    ]);
    const edited = complaints((f) => {
      f.reports[filed(text)] = text.replace('12316.68', '99999');
    });
    expect(edited.join()).toContain('it was edited, or not filed by the command');
  });

  it('is refused with every reason where it is not sound', () => {
    const said = complaints((f) => {
      f.reports['data/reported/x.json'] = '{';
    });
    expect(said[0]).toContain('reports-are-sound: data/reported/x.json report x.json : is not whole JSON in UTF-8');
  });
});
