"""A lost or locked PIN: a question is read out to headquarters, its answer lets a new PIN be chosen here."""
