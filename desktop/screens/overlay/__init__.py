"""A bank's own rates and steps beside the course: written in boxes, saved in versions, signed into the next pack."""
