"""The soft lock of an exam: this process alone holds it, so the PC is given back whatever becomes of the process."""
