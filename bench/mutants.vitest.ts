import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const FIRST = ['words.test.ts', 'reference.test.ts', 'formats.test.ts'];
const LAST = ['pdf.test.ts', 'check-files.test.ts'];
class First extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = FIRST.findIndex((name) => moduleId.endsWith(name));
      return at >= 0 ? at - 10 : LAST.findIndex((name) => moduleId.endsWith(name)) + 1;
    };
    return files.toSorted((one, other) => rank(one) - rank(other) || one.moduleId.localeCompare(other.moduleId));
  }
}
export default defineConfig({
  test: { include: ['test/checks/**/*.test.ts', 'test/docs/reference.test.ts'], testTimeout: 60_000, isolate: false, sequence: { sequencer: First } },
});
