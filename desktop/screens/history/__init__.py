"""The sittings of the past: quizzes, mocks, finals."""
