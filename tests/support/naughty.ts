// A child that does what the name of its job says: what a decoder may do with a poisoned file.

process.on('message', ({ job }: { readonly job: { readonly name: string } }) => {
  const done = { status: 'done', text: `${process.pid}`, counts: {}, forms: 0, peak: 0, ms: 0 };
  const held: Buffer[] = [];
  switch (job.name) {
    case 'exit':
      return process.exit(7);
    case 'abort':
      return process.abort();
    case 'hang':
      for (;;) if (Math.random() > 2) break;
      return;
    case 'swell':
      for (;;) held.push(Buffer.alloc(16_000_000, held.length + 1));
    default:
      return process.send?.(done);
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
