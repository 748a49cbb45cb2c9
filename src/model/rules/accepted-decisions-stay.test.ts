import { describe, expect, it } from 'vitest';
import { ledgerOf, pinned, pinnedLines } from '../derive/ledger.ts';
import { checkFixture, complaints, type Fixture } from '../fixture.ts';

const { records, model } = checkFixture();
const accepted = ledgerOf(records, model);
const rewrite = (f: Fixture, body: string) => {
  f.ledger = structuredClone(accepted);
  const decision = f.decisions['0001-keep'];
  if (decision) decision.body = body;
};

describe('accepted-decisions-stay', () => {
  it('is red when a comma is changed in the body, and names the line', () => {
    const { problems } = checkFixture((f) => rewrite(f, 'Because,\n'));
    expect(problems.map((p) => `${p.rule} ${p.file}:${p.line} ${p.message}`)).toEqual([
      'accepted-decisions-stay content/decisions/0001-keep.mdx:10 was accepted, and this line is not what was accepted',
    ]);
  });

  it('is green when an amendment says what was mended', () => {
    const said = complaints((f) => {
      rewrite(f, 'Because,\n');
      const front = f.decisions['0001-keep']?.frontmatter ?? {};
      front['amendments'] = [{ on: '2026-02-01', text: 'A comma was mended.' }];
    });
    expect(said).toEqual([]);
  });

  it('does not let an amendment or a step of the history be rewritten or taken out', () => {
    const amended = checkFixture((f) => {
      (f.decisions['0001-keep']?.frontmatter ?? {})['amendments'] = [{ on: '2026-02-01', text: 'A comma was mended.' }];
    });
    const said = complaints((f) => {
      f.ledger = ledgerOf(amended.records, amended.model);
      (f.decisions['0001-keep']?.frontmatter ?? {})['history'] = [{ status: 'draft', on: '2026-01-01' }];
    });
    expect(said.map((line) => line.split(' → ')[0])).toEqual([
      'accepted-decisions-stay: content/decisions/0001-keep.mdx decision 0001-keep history.1: was accepted, and this entry is not what was accepted',
      'accepted-decisions-stay: content/decisions/0001-keep.mdx decision 0001-keep amendments.0: was accepted, and this entry is not what was accepted',
    ]);
  });

  it('wants a decision that is accepted to be pinned, once there is a ledger', () => {
    const said = complaints((f) => {
      f.ledger = { ...structuredClone(accepted), decisions: {} };
    });
    expect(said).toEqual([
      'accepted-decisions-stay: content/decisions/0001-keep.mdx decision 0001-keep ledger: is accepted, and nothing keeps its lines from being rewritten → npm run accept -- 0001-keep',
    ]);
  });

  it('misses a decision that was accepted and is gone', () => {
    const said = complaints((f) => {
      f.ledger = structuredClone(accepted);
      f.decisions = {};
    });
    expect(said.join('\n')).toContain('decision 0001-keep : was accepted, and is gone');
  });
});

describe('pinned', () => {
  const text = '---\ntitle: A\nhistory:\n  - { status: draft }\namendments: []\n---\n\nSee [it](a.mdx).\n';
  it('lets a link be mended, a status be added and an amendment be made', () => {
    const mended = text
      .replace('a.mdx', 'b.mdx')
      .replace('- { status: draft }\n', '- { status: draft }\n  - { status: proposed }\n')
      .replace('amendments: []\n', 'amendments:\n  - on: 2026-01-01\n    text: x\n');
    expect(pinned(mended)).toEqual(pinned(text));
  });
  it('does not let the words be changed', () => {
    expect(pinned(text.replace('See', 'Look at'))).not.toEqual(pinned(text));
    expect(pinned(text.replace('title: A', 'title: B'))).not.toEqual(pinned(text));
  });
  it('knows the line of the file on which each stands', () => {
    expect(pinnedLines(text).map(({ line }) => line)).toEqual([1, 2, 6, 7, 8, 9]);
  });
});
