import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that notice most are asked first, those that start threads or read PDFs last: the first that fails ends the run of a mutant. */
const ORDER = ['rules.test.ts', 'words.test.ts', 'told.test.ts', '', 'reference.test.ts', 'pdf.test.ts', 'check-files.test.ts'];

class ByWorth extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const named = ORDER.findIndex((name) => name !== '' && moduleId.endsWith(`/${name}`));
      return named < 0 ? ORDER.indexOf('') : named;
    };
    return files.toSorted((one, other) => place(one) - place(other) || (one.moduleId < other.moduleId ? -1 : 1));
  }
}

/** The tests that hold `src/checks`, for `bench/mutants.json`: in one thread, without the projects of `vitest.config.ts`. */
export default defineConfig({
  test: {
    include: ['test/checks/**/*.test.ts', 'test/docs/reference.test.ts'],
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: ByWorth },
  },
});
