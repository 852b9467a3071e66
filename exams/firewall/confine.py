"""What a reading process may take: memory, processor time, no file written, no picture of its memory left behind."""

import sys
from dataclasses import dataclass
from math import ceil

MEGABYTE = 1_048_576


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may cost: bytes in, bytes of the answer, seconds, bytes of address space."""

    size: int = 64 * MEGABYTE
    answer: int = 64 * MEGABYTE
    seconds: float = 60.0
    memory: int = 512 * MEGABYTE


def confine(limits: Limits) -> None:
    """Bind this process to the limits, once and for all."""
    if sys.platform == "win32":
        _join_job(limits.memory)
    else:
        _lower_limits(limits)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
    _FLAGS = 0x100 | 0x8 | 0x400 | 0x2000  # process memory, one process, no crash dialog, ends with its handle

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _Basic),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _join_job(memory: int) -> None:
        """Put this process into a Job object of its own; raises `OSError` where Windows does not allow it."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            wintypes.HANDLE,
            ctypes.c_int,
            ctypes.POINTER(_Extended),
            wintypes.DWORD,
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        job = kernel.CreateJobObjectW(None, None)  # never closed: the job ends with the process
        wanted = _Extended(ProcessMemoryLimit=memory)
        wanted.BasicLimitInformation.LimitFlags = _FLAGS
        wanted.BasicLimitInformation.ActiveProcessLimit = 1
        set_up = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(wanted), ctypes.sizeof(wanted))
        if not (job and set_up and kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())):
            raise ctypes.WinError(ctypes.get_last_error())

else:

    def _lower_limits(limits: Limits) -> None:
        import resource

        # The time is kept by the parent; should that die, the processor time stops an endless reader.
        wanted = {
            resource.RLIMIT_AS: limits.memory,
            resource.RLIMIT_CPU: ceil(limits.seconds) + 1,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for kind, most in wanted.items():
            _, hard = resource.getrlimit(kind)
            kept = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(kind, (kept, kept))
