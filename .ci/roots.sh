# Shared by the scripts beside it: bare Debian systems in folders, to build in and to try in. Needs root and debootstrap.
# `bare_root SUITE FOLDER [PACKAGE,…]` makes one with nothing but what it needs to start and the packages named.

# The libraries of a desk that the bundle leaves to the desk; the .deb names the same.
DESK_LIBRARIES=libgl1,libegl1,libxkbcommon0,libdbus-1-3,libfontconfig1,libfreetype6,libglib2.0-0
DESK_LIBRARIES=$DESK_LIBRARIES,libxcb-cursor0,libxcb-icccm4,libxcb-keysyms1,libxcb-randr0,libxcb-shape0,libxkbcommon-x11-0,libx11-xcb1

mirror() {
    apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Codename: $(. /etc/os-release && echo "$VERSION_CODENAME")" |
        sort -u | head -n 1
}

bare_root() {
    if [ -e "$2/.made" ]; then return 0; fi
    rm -rf "$2"
    mkdir -p "$2"
    echo "Making a bare Debian ($1) in $2"
    debootstrap --variant=minbase ${3:+--include="$3"} "$1" "$2" "$(mirror)" >"$2.log" 2>&1 || {
        tail -n 20 "$2.log" >&2
        return 1
    }
    rm -rf "$2"/var/cache/apt/archives/*.deb
    touch "$2/.made"
}

# `debian_source SUITE PACKAGE FOLDER` unpacks Debian's own source of a package, its security patches applied, as FOLDER.
debian_source() {
    work=$(mktemp -d)
    mkdir -p "$work/lists/partial" "$work/none"
    echo "deb-src $(mirror) $1 main" >"$work/sources.list"
    package=$2 folder=$3
    set -- -o "Dir::Etc::sourcelist=$work/sources.list" -o "Dir::Etc::sourceparts=$work/none" \
        -o "Dir::State::lists=$work/lists" -o APT::Sandbox::User=root
    apt-get "$@" update >/dev/null
    (cd "$work" && apt-get "$@" source --download-only "$package" >/dev/null)
    rm -rf "$folder"
    dpkg-source --no-check --extract "$work/${package}"_*.dsc "$folder" >/dev/null
    rm -rf "$work"
}
