# shellcheck shell=bash
# Sourced by the scripts beside it, under set -euo pipefail.

# shellcheck disable=SC2034  # for scripts/run
caller_dir=$PWD
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

die() {
  say "${0##*/}: $*"
  exit 2
}

# Prints the comment block on top of the running script, which is its help.
print_help() { sed -n '2,/^[^#]/{ s/^# \{0,1\}//p; }' "$0"; }

# help_or_nothing "$@": for scripts without arguments of their own.
help_or_nothing() {
  case ${1-} in
    '') ;;
    -h | --help)
      print_help
      exit 0
      ;;
    *) die "unknown argument '$1' (see --help)" ;;
  esac
}

# build PRESET DIR [CMAKE_OPTION...] -- TARGET...
# Configures DIR when it is new or an option is given, and brings the targets up to date. Prints to
# stderr only, and next to nothing when there is nothing to do.
build() {
  local preset=$1 dir=$2 options=()
  shift 2
  while [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  shift
  (
    cd -- "$root" || exit
    if [[ ! -f $dir/build.ninja || ${#options[@]} -gt 0 ]]; then
      say "== configuring $dir"
      cmake --preset "$preset" ${options[@]+"${options[@]}"}
    fi
    say "== building $dir"
    cmake --build "$dir" --target "$@"
  ) >&2
}
