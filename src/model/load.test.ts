import { describe, expect, it } from 'vitest';
import { checkFixture, complaints, type Fixture } from './fixture.ts';

describe('load', () => {
  it('complains of an id that stands in two files', () => {
    const said = complaints((f) => {
      f.findings['data/findings/other.ts'] = { ...f.findings['data/findings/loss.ts'] };
    });
    expect(said).toEqual([
      'ids-are-unique: data/findings/other.ts finding nothing-lost id: the finding "nothing-lost" stands in data/findings/loss.ts already → give one of the two another id, or merge them',
    ]);
  });

  it('complains of a source without URL, and of one whose URL is none', () => {
    const said = complaints((f) => {
      const { url: _, ...rest } = f.sources['doc'] ?? {};
      f.sources['doc'] = rest;
    });
    expect(said).toContain(
      'records-fit-their-schema: data/sources.ts source doc url: is missing; expected string → add the field; what it means is said at the schema in src/schema/',
    );
    const worse = complaints((f) => {
      (f.sources['doc'] ?? {})['url'] = 'the library';
    });
    expect(worse).toContain(
      'records-fit-their-schema: data/sources.ts source doc url: a source needs the public URL at which it can be read; got "the library" → mend the value as the message says; the schema in src/schema/ tells what the field means',
    );
  });

  it('complains of a unit that does not exist, a field that does not exist, and lists all at once', () => {
    const said = complaints((f) => {
      const experiment = f.experiments['does-it-lose'] ?? {};
      experiment['measures'] = { lost: { label: 'Blocks lost', unit: 'bloks' } };
      experiment['verdict'] = 'holds';
    }).filter((line) => line.startsWith('records-fit'));
    expect(said).toHaveLength(2);
    expect(said.join('\n')).toContain('did you mean "blocks"?');
    expect(said.join('\n')).toContain('experiment does-it-lose verdict: no such field: verdict');
  });

  it('keeps a draft out of the model, whatever it lacks, and says so where something rests on it', () => {
    const spoil = (f: Fixture) => {
      f.sources['doc'] = { draft: true, title: 'Half a source' };
    };
    const { records, model } = checkFixture(spoil);
    expect(records.drafts).toEqual([{ kind: 'source', id: 'doc', file: 'data/sources.ts' }]);
    expect(model.sources).toEqual([]);
    expect(complaints(spoil)).toEqual([
      'references-resolve: data/systems.ts system cache sources.0: the source "doc" is a draft, and nothing may rest on it → finish it in data/sources.ts and take out "draft: true", or refer to another',
    ]);
  });

  it('leaves out the column of a system that is a draft', () => {
    const spoil = (f: Fixture) => {
      f.systems['young'] = { draft: true };
      f.columns['data/matrix/young.ts'] = { system: 'young', cells: {} };
    };
    expect(checkFixture(spoil).problems).toEqual([]);
    expect([...checkFixture(spoil).records.columns.keys()]).toEqual(['cache']);
  });

  it('does not drown the cause: a record that does not fit its schema still counts as known', () => {
    const said = complaints((f) => {
      (f.sources['doc'] ?? {})['url'] = 'x';
    });
    expect(said.filter((line) => line.startsWith('references-resolve'))).toEqual([]);
  });
});
