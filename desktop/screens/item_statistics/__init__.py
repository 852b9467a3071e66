"""What exams have shown of each question: how hard, how well it tells people apart, what its wrong options draw."""
