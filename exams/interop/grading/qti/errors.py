"""What the expression engine does not run; the question then waits for a person."""


class NotRun(Exception):
    """An expression, rule or template that is not in the fixed list; `name` says which."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
