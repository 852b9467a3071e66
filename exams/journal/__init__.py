"""The append-only, hash-chained journal: lines, bodies, the check. Pure; knows errors and timing."""
