// The deployment examples are what they say: well-formed, with commands that the program has, and without a password.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { workerCommand } from '../../src/cli/worker.ts';

const FOLDER = new URL('../../docs/deploy/', import.meta.url);

interface Container {
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string }[];
  readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
}

function documentsIn(name: string): readonly Readonly<Record<string, unknown>>[] {
  return parseAllDocuments(readFileSync(new URL(name, FOLDER), 'utf8')).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  });
}

/** Commander itself says whether it knows the options. */
function expectWorker([name, ...options]: readonly string[]): void {
  expect(name).toBe('worker');
  const command = workerCommand(() => {}).exitOverride();
  expect(command.parseOptions([...options]).unknown).toEqual([]);
}

it('compose.yaml starts a database and workers that wait for it', () => {
  const [file] = documentsIn('compose.yaml');
  const services = file?.services as Record<string, Record<string, unknown>>;
  expect(Object.keys(services)).toEqual(['db', 'worker']);
  expectWorker(services.worker?.command as readonly string[]);
  expect(services.worker?.depends_on).toEqual({ db: { condition: 'service_healthy' } });
  const named = [file?.secrets, file?.volumes].map((each) => Object.keys(each as object));
  expect(named).toEqual([['database_password', 'pgpass'], ['database']]);
});

it('kubernetes.yaml is a claim and a deployment of workers', () => {
  const [claim, deployment] = documentsIn('kubernetes.yaml');
  expect([claim?.kind, deployment?.kind]).toEqual(['PersistentVolumeClaim', 'Deployment']);
  const { selector, template } = (deployment ?? { spec: null }).spec as {
    readonly selector: { readonly matchLabels: object };
    readonly template: {
      readonly metadata: { readonly labels: object };
      readonly spec: {
        readonly containers: readonly Container[];
        readonly volumes: readonly { name: string }[];
      };
    };
  };
  expect(template.metadata.labels).toMatchObject(selector.matchLabels);
  const [container] = template.spec.containers;
  expectWorker(container?.args ?? []);
  expect(container?.env.map(({ name }) => name)).toEqual(['HEBIAO_DATABASE']);
  const volumes = template.spec.volumes.map(({ name }) => name);
  expect(container?.volumeMounts.map(({ name }) => name)).toEqual(volumes);
});

it.each(['compose.yaml', 'kubernetes.yaml'])('%s holds no password', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8').replaceAll(/#.*$/gm, '');
  expect(text).not.toMatch(/postgres:\/\/[^@\s]*:[^@\s]*@/);
});
