"""The program itself on a stick: what headquarters signs, where it lies in a home, the way in and the way back."""
