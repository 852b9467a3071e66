"""The branch's results on their way to HR: to a folder or stick, by mail, or as codes on the screen."""
