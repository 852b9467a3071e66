/* Wine 8 has no bcryptprimitives.dll, of which Rust's libraries take their random bytes. For the trial only; never shipped. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE out, SIZE_T size) { return RtlGenRandom(out, (ULONG)size); }
