"""One person in HR's register: courses, sittings, certificates, what staff lists changed."""
