"""One question of the bank: written with the candidate's view beside it, moved from draft to retired."""
