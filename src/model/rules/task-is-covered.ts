import type { Fault, Rule } from './rule.ts';

/** Nothing of the task is dropped: every item is there, belongs to a criterion, and has the page that it needs. */
export const taskIsCovered: Rule = {
  name: 'task-is-covered',
  check: ({ records, model }) => {
    const at = { file: 'data/task.ts' };
    const lists = {
      criteria: records.criterion,
      questions: records.question,
      areas: records.area,
      success: records.success,
    };
    const miscounted = Object.entries(lists).flatMap(([name, list]): Fault[] => {
      const numbers = [...list.values()].map((item) => item.number).sort((a, b) => a - b);
      const want = Array.from({ length: records.task.has[name as keyof typeof lists] }, (_, i) => i + 1);
      if (numbers.join() === want.join()) return [];
      return [
        {
          ...at,
          id: name,
          field: 'number',
          message: `the task has ${want.length} ${name}, numbered from 1; here are ${numbers.join(', ') || 'none'}`,
          remedy: 'restore the missing item in the words of the task',
        },
      ];
    });
    const unserved = (['questions', 'areas', 'success'] as const).flatMap((name) =>
      [...lists[name].keys()]
        .filter((id) => !model.criteria.some((criterion) => criterion[name].some((served) => served === id)))
        .map(
          (id): Fault => ({
            ...at,
            id: `${name} ${id}`,
            field: name,
            message: 'no criterion takes care of it',
            remedy: `add "${id}" to the ${name} of a criterion`,
          }),
        ),
    );
    const pageless = (['criteria', 'questions'] as const).flatMap((name) =>
      model[name]
        .filter(({ page }) => page === undefined)
        .map(
          ({ id, file }): Fault => ({
            file,
            id: `${name} ${id}`,
            field: 'page',
            message: 'has no page',
            remedy: `write content/${name}/${id}.mdx`,
          }),
        ),
    );
    const strays = (['criteria', 'questions'] as const).flatMap((name) =>
      records.prose[name]
        .filter(({ id }) => !model[name].some((item) => item.id === id))
        .map(
          ({ id, file }): Fault => ({
            file,
            id,
            field: '',
            message: `the task has no such item among its ${name}`,
            remedy: `name the file after one of ${model[name].map((item) => item.id).join(', ')}`,
          }),
        ),
    );
    return [...miscounted, ...unserved, ...pageless, ...strays];
  },
};
