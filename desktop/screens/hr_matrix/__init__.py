"""The matrix: branch by branch and course by course, who is valid, due, expired, failed, absent."""
