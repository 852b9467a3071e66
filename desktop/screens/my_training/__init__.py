"""The trainee's home: one clear next step, the chapters, the exams, the certificate."""
