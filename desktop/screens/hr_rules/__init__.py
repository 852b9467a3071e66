"""HR says how branches learn: what comes before the final, and whether a simulated call can be paused."""
