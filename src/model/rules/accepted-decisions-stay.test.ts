import { describe, expect, it } from 'vitest';
import { ledgerOf, pinned } from '../derive/ledger.ts';
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
});
