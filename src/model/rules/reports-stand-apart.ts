import { nearest } from '../nearest.ts';
import { reportId } from '../reported.ts';
import type { Fault, Rule } from './rule.ts';

/** A report stands under the name that its content gives it, once, and is about a system of ours. */
export const reportsStandApart: Rule = {
  name: 'reports-stand-apart',
  check: ({ records }) =>
    records.reports.flatMap((report, i): Fault[] => {
      const at = { file: report.file, id: `report ${report.id}` };
      const name = reportId(report, report.sha256);
      const earlier = records.reports.slice(0, i).find(({ sha256 }) => sha256 === report.sha256);
      const near = nearest(report.system, records.known.system);
      return [
        ...(records.known.system.has(report.system)
          ? []
          : [
              {
                ...at,
                field: 'system',
                message: `there is no system "${report.system}"`,
                remedy: near === undefined ? 'take a report about a system of ours' : `did you mean "${near}"?`,
              },
            ]),
        ...(earlier
          ? [{ ...at, field: '', message: `says the same as ${earlier.file}`, remedy: 'remove one of the two' }]
          : []),
        ...(report.file === `data/reported/${name}.json` || earlier
          ? []
          : [
              {
                ...at,
                field: '',
                message: `its content gives it the name ${name}.json: it was edited, or not filed by the command`,
                remedy: 'npm run reported -- add FILE, with the file as its reader sent it',
              },
            ]),
      ];
    }),
};
