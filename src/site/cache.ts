import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Text that is dear to make, made once for the same inputs. The inputs must hold everything that the text depends on,
 * the code that makes it included.
 */
export async function cached(folder: string, inputs: readonly unknown[], make: () => Promise<string>): Promise<string> {
  const key = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 24);
  const file = join('.cache', folder, key);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const text = await make();
  mkdirSync(join('.cache', folder), { recursive: true });
  writeFileSync(file, text);
  return text;
}
