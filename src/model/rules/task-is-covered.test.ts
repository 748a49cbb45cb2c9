import { describe, expect, it } from 'vitest';
import { complaints } from '../fixture.ts';

describe('task-is-covered', () => {
  it('misses an item that was dropped from a list', () => {
    const said = complaints((f) => {
      f.task['has'] = { criteria: 1, questions: 2, areas: 1, success: 1 };
    });
    expect(said).toEqual([
      'task-is-covered: data/task.ts questions number: the task has 2 questions, numbered from 1; here are 1 → restore the missing item in the words of the task',
    ]);
  });

  it('misses an item that no criterion takes care of', () => {
    const said = complaints((f) => {
      (f.criteria['loss'] ?? {})['areas'] = [];
    });
    expect(said).toEqual([
      'task-is-covered: data/task.ts areas risk areas: no criterion takes care of it → add "risk" to the areas of a criterion',
    ]);
  });

  it('misses a page, and sees one that belongs to nothing', () => {
    const said = complaints((f) => {
      f.pages.questions = { lsoe: { frontmatter: { title: 'Lost', answer: 'No.', reviewed: '2026-01-01' }, body: '' } };
    });
    expect(said).toContain(
      'task-is-covered: data/task.ts questions lose page: has no page → write content/questions/lose.mdx',
    );
    expect(said).toContain(
      'task-is-covered: content/questions/lsoe.mdx lsoe : the task has no such item among its questions → name the file after one of lose',
    );
  });
});
