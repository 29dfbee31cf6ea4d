# Makes a fresh computer ready: system packages, and the Python environment in .venv with exactly the locked versions.
# Read by packaging/start and packaging/test from the project's folder; says in plain words what is lacking where it may not install it.
# shellcheck shell=sh

PATH="$PATH:/usr/sbin:/sbin"
lacking=""   # system packages to install, by their Debian names
reasons=""   # the same in words for a person, a line each

lacks() { # lacks PACKAGE [WORDS]
    case " $lacking " in *" $1 "*) ;; *) lacking="${lacking:+$lacking }$1" ;; esac
    if [ -n "${2-}" ]; then
        reasons="$reasons
  - $2"
    fi
}

need_library() { # need_library LIBRARY PACKAGE
    case "$libraries" in *"$1"*) ;; *)
        lacks "$2"
        absent="${absent:+$absent, }$1"
        ;;
    esac
}

need_command() { # need_command COMMAND PACKAGE
    command -v "$1" >/dev/null 2>&1 || lacks "$2" "the program $1"
}

need_file() { # need_file FILE PACKAGE WORDS
    [ -e "$1" ] || lacks "$2" "$3"
}

find_python() { # sets python to a Python that is new enough and can make environments, or leaves it empty
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$python" -c 'import sys; assert sys.version_info >= (3, 11); import ensurepip, venv' >/dev/null 2>&1; then return; fi
    done
    python=""
}

need_python() {
    if [ -x .venv/bin/python ]; then return; fi
    find_python
    if [ -n "$python" ]; then return; fi
    version=3
    # Ubuntu 22.04 calls 3.10 its python3 and has 3.11 beside it.
    if grep -qs '^VERSION_ID="22.04"' /etc/os-release; then version=3.11; fi
    lacks "python$version" "Python 3.11 or newer, with its module venv"
    lacks "python$version-venv" "the part of Python that makes environments"
}

need_for_window() {
    [ "$(uname -s)" = Linux ] || return 0
    libraries=$(ldconfig -p 2>/dev/null) || libraries=""
    absent=""
    need_library libGL.so.1 libgl1
    need_library libEGL.so.1 libegl1
    need_library libglib-2.0.so.0 libglib2.0-0
    need_library libdbus-1.so.3 libdbus-1-3
    need_library libfontconfig.so.1 libfontconfig1
    need_library libgssapi_krb5.so.2 libgssapi-krb5-2
    need_library libcups.so.2 libcups2
    need_library libxkbcommon.so.0 libxkbcommon0
    need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
    need_library libX11-xcb.so.1 libx11-xcb1
    need_library libxcb-cursor.so.0 libxcb-cursor0
    need_library libxcb-icccm.so.4 libxcb-icccm4
    need_library libxcb-image.so.0 libxcb-image0
    need_library libxcb-keysyms.so.1 libxcb-keysyms1
    need_library libxcb-randr.so.0 libxcb-randr0
    need_library libxcb-render-util.so.0 libxcb-render-util0
    need_library libxcb-shape.so.0 libxcb-shape0
    need_library libxcb-sync.so.1 libxcb-sync1
    need_library libxcb-xfixes.so.0 libxcb-xfixes0
    need_library libxcb-xkb.so.1 libxcb-xkb1
    if [ -n "$absent" ]; then
        reasons="$reasons
  - system libraries for windows and printing: $absent"
    fi
}

need_for_tests() {
    [ "$(uname -s)" = Linux ] || return 0
    # The virtual screen, and hands on its keyboard.
    need_command Xvfb xvfb
    need_command xauth xauth
    need_command xdotool xdotool
    need_command openbox openbox
    # Reading and judging PDF files.
    need_command pdftotext poppler-utils
    need_command qpdf qpdf
    # Extracting and compiling the texts for translators.
    need_command xgettext gettext
    # A real print queue that prints into a file.
    need_command cupsd cups
    need_command lp cups-client
    need_file /usr/lib/cups/backend/cups-pdf printer-driver-cups-pdf "the printer that prints into a PDF file"
    # A real keyring, and a real bus for screen readers.
    need_command dbus-run-session dbus
    need_command gnome-keyring-daemon gnome-keyring
    need_command secret-tool libsecret-tools
    need_file /usr/libexec/at-spi-bus-launcher at-spi2-core "the bus on which screen readers listen"
    need_file /usr/lib/python3/dist-packages/pyatspi python3-pyatspi "the module pyatspi, with which a screen reader reads"
}

say() { printf '%s\n' "$*" >&2; }

install_lacking() {
    if [ -z "$lacking" ]; then return; fi
    if ! command -v apt-get >/dev/null 2>&1; then
        say "This computer lacks what Groundwork needs:$reasons"
        say "This system has no apt-get, so please install them with its own package tool, then start again."
        say "On Debian and Ubuntu the packages are called: $lacking"
        exit 1
    fi
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif sudo -n true >/dev/null 2>&1; then
        as_root="sudo -n"
    else
        say "This computer lacks what Groundwork needs:$reasons"
        say "You may not install them yourself on this computer. Someone who may can do it with this one command:"
        say "  sudo apt-get install $lacking"
        say "Then start again. Nothing has been changed."
        exit 1
    fi
    say "Installing what the system lacks: $lacking"
    log=$(mktemp)
    # shellcheck disable=SC2086  # both are lists of words
    if ! { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $lacking; } \
        >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$log"
        say "The system's packages could not be installed; the lines above say why. Nothing else has been changed."
        say "To try by hand: sudo apt-get install $lacking"
        exit 1
    fi
    rm -f "$log"
}

ready() { # ready LOCK STAMP: whether .venv holds what the lock asks for, for the very Python the system has today
    [ -x .venv/bin/python ] && [ -d ".venv/lib/$(basename "$(readlink -f .venv/bin/python)")" ] && cmp -s "$1" "$2"
}

prepare_environment() { # prepare_environment LOCK: .venv with exactly the versions of LOCK, each checked against its hash
    stamp=.venv/lock-of-$(basename "$1")
    if ready "$1" "$stamp"; then return; fi
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        find_python
        if [ -z "$python" ]; then
            say "There is still no Python 3.11 or newer with its module venv on this computer. Please install one, then start again."
            exit 1
        fi
        say "Making an environment for Groundwork in .venv (once)"
        if ! "$python" -m venv --clear .venv >&2; then
            say "The environment could not be made in $PWD/.venv; the lines above say why."
            exit 1
        fi
    fi
    say "Fetching the libraries Groundwork is built on (once; about 300 MB)"
    if ! .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement "$1" >&2; then
        say "The libraries could not be installed; the lines above say why. Is the network on? Starting again goes on from here."
        exit 1
    fi
    cp "$1" "$stamp"
}
