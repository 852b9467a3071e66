"""The register of issued certificates in academy.sqlite: the only place here that speaks SQL."""
