"""What a question is: its wording, its key, the forms a response may take. Knows errors and chance."""
