"""Tables of questions: workbooks and text files whose columns say what they hold by their headings (interop 3.5)."""
