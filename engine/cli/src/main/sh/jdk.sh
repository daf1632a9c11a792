# shellcheck shell=sh
# What `cairn` and `verify` need to run Java; both source this file. Nothing here starts a JVM: a JDK says its version
# in its `release` file.

# A JVM reads and writes the names of files in the encoding of the locale: in none (a bare machine, a batch job) it
# cannot open what has a letter beyond ASCII in its path.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

# Whether the folder is a JDK that Cairn can be built and run with.
is_recent_jdk() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    jdk_major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    [ "${jdk_major:-0}" -ge 25 ]
}

# The file behind a chain of links.
follow_links() {
    followed=$1
    while [ -L "$followed" ]; do
        link=$(readlink "$followed")
        case $link in
            /*) followed=$link ;;
            *) followed=$(dirname "$followed")/$link ;;
        esac
    done
    printf '%s\n' "$followed"
}

# Prints the home of the first JDK that will do; fails when there is none.
find_jdk() {
    on_path=$(command -v java) || on_path=
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(follow_links "$on_path")")")
    for candidate in "${CAIRN_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
        /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$HOME"/.jdks/*; do
        if [ -n "$candidate" ] && is_recent_jdk "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -F -v 25+ 2>/dev/null
}
