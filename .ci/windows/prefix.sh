# Shared by the scripts beside it: Wine prefixes in $work. The two stubs stand in for what Wine 8 lacks; they lie in the
# prefix, never in the bundle.

# `prefix NAME` goes on in a fresh one.
prefix() {
    WINEPREFIX=$work/$1
    export WINEPREFIX
    rm -rf "$WINEPREFIX"
    wineboot --init </dev/null >"$work/$1.log" 2>&1
    for stub in uisettings bcryptprimitives; do
        x86_64-w64-mingw32-gcc -O2 -Wall -shared -o "$WINEPREFIX/drive_c/windows/system32/$stub.dll" \
            ".ci/windows/stubs/$stub.c" -ladvapi32
    done
    in_wine reg add 'HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\Windows.UI.ViewManagement.UISettings' \
        /v DllPath /d 'C:\windows\system32\uisettings.dll' /f >/dev/null
}

# Runs a program of Windows; its standard streams must be pipes, or Python finds none. Its exit code is kept.
in_wine() {
    {
        wine "$@" </dev/null 2>&1 && echo 0 >"$work/exit" || echo $? >"$work/exit"
    } | grep --line-buffered -v -e 'wine32' -e '^multiarch needs' -e '^execute "dpkg' || true
    return "$(cat "$work/exit")"
}
