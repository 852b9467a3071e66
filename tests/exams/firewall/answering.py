"""What worker processes of the tests answer."""

import os


def make(greeting):
    """Says the greeting before each question; dies of one."""

    def answer(question):
        if question == b"die":
            os._exit(7)
        return greeting.encode() + question

    return answer
