#!/usr/bin/env node
import { run } from './run.ts'

// Whoever reads along may have seen enough and gone (`lanyard trips | head -1`): no reason to complain.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

// Not `process.exit`: what is still being written to a pipe would be cut off.
process.exitCode = await run(process.argv.slice(2))
