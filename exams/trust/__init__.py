"""What HQ signs and how it is believed: strict JSON, keys, envelopes, roots, revocations. No files of ours, no SQL."""
