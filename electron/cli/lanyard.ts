#!/usr/bin/env node
import { run } from './run.ts'

// The reader of a pipe may close it early (`lanyard trips | head -1`), which is not an error.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// `process.exit` would cut off output that is still being written to a pipe.
process.exitCode = await run(process.argv.slice(2))
