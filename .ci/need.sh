# Shared by the scripts beside it: what is missing on this system, and how it comes there.
# `need_library SONAME PACKAGE` and `need_program PROGRAM PACKAGE` note what is missing; `fetch_needed` installs it or says how.

needed=""
absent=""

need() {
    needed="$needed $2"
    absent="$absent $1"
}

need_library() {
    libraries=${libraries:-$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)}
    case "$libraries" in
        *"$1 "*) ;;
        *) need "$1" "$2" ;;
    esac
}

need_program() {
    command -v "$1" >/dev/null 2>&1 || need "$1" "$2"
}

fetch_needed() {
    [ -n "$needed" ] || return 0
    needed=$(printf '%s\n' $needed | sort -u | tr '\n' ' ')
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Missing on this system:$absent" >&2
        echo "Install the packages that carry them, then run this again." >&2
        exit 3
    fi
    if [ "$(id -u)" != 0 ]; then
        echo "Missing on this system:$absent" >&2
        echo "Run this, then run make again:" >&2
        echo "    sudo apt-get install --yes $needed" >&2
        exit 3
    fi
    echo "Installing system packages: $needed"
    export DEBIAN_FRONTEND=noninteractive
    # Two environments may be made at once, and apt-get does not wait for another.
    (
        flock 9
        apt_get update || true
        apt_get install --yes --no-install-recommends $needed
    ) 9</var/lib/dpkg
}

apt_get() {
    log=$(mktemp)
    if apt-get -o Acquire::Retries=3 "$@" >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
}
