// Forms of families that the samples lack: what each states, the same in every carrier, and no error found where there is none.

import { describe, expect, it } from 'vitest';
import { FLATTENED, WRITERS } from '../support/carriers/index.ts';
import { reportOn } from '../support/carriers/reading.ts';
import { FORMS } from '../support/published/forms.ts';
import { drawnForm, statementsOf } from '../support/published/written.ts';

describe.each(FORMS)('$name', (written) => {
  const form = drawnForm(written);

  const writers = [...WRITERS, ...FLATTENED].filter(
    ({ extension }) => written.flattens || extension !== 'txt',
  );

  it.each(writers)('as $name', async ({ extension, write }) => {
    const { evaluations, diagnostics } = await reportOn(`form.${extension}`, write(form));
    expect(evaluations.flatMap(statementsOf)).toEqual(written.states);
    expect(diagnostics.filter(({ level }) => level === 'error' || level === 'fatal')).toEqual([]);
  });
});
