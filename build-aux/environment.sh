# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by build-aux/{run,test,shell,flatpak}: the place in which the program
# is built and run. That is this machine where its packages reach the floor
# (GTK 4.18, libadwaita 1.7), and a Debian 13 root in the user's cache folder
# where they do not.
#
# Variables a caller may set:
#   CNSCD_ENVIRONMENT  "native" or "root": do not choose, use this one
#   CNSCD_BUILD_DIR    the build folder (default: build/ in the checkout)

SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
BUILD=${CNSCD_BUILD_DIR:-$SOURCE/build}
PREFIX=$BUILD/install
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/cnscd
SUITE=trixie
ENVIRONMENT=
ROOT=

# The floor, as pkg-config writes it; the same as in meson.build.
FLOOR=('gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'glib-2.0 >= 2.84' 'sqlite3 >= 3.46')
# What else meson looks for, to know whether anything must be installed.
LIBRARIES=('libarchive' 'libxml-2.0' 'xlsxwriter >= 1.1.5' 'icu-i18n' 'json-glib-1.0' 'libical')
COMMANDS=(gcc meson ninja msgfmt blueprint-compiler glib-compile-resources itstool)

say ()
{
  printf '\033[1m==>\033[0m %s\n' "$*" >&2
}

[[ -t 2 ]] || say () { printf '==> %s\n' "$*" >&2; }

fail ()
{
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# ---------------------------------------------------------------- packages

package_list ()
{
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$SOURCE/build-aux/packages.txt"
}

have ()
{
  command -v "$1" >/dev/null 2>&1
}

is_installed ()
{
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

as_root ()
{
  if ((EUID == 0)); then
    env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
  elif have sudo; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
  else
    fail "this needs root, and there is no sudo. As root, run: $*"
  fi
}

apt_update ()
{
  say 'Fetching the lists of packages (apt-get update)'
  # One unreachable third-party source is no reason to stop: what is really
  # missing shows when it is installed.
  as_root apt-get update -q -o Acquire::Retries=5 -o DPkg::Lock::Timeout=300 >&2 ||
    say 'Some lists could not be fetched; going on with those that could.'
}

apt_lists_present ()
{
  compgen -G '/var/lib/apt/lists/*_Packages*' >/dev/null
}

apt_install ()
{
  local -a apt=(apt-get install -y -q --no-install-recommends
                -o Acquire::Retries=5 -o DPkg::Lock::Timeout=300)

  apt_lists_present || apt_update
  say "Installing with apt: $*"
  as_root "${apt[@]}" "$@" >&2 && return
  apt_update
  as_root "${apt[@]}" "$@" >&2 || fail "apt could not install: $*"
}

install_missing ()
{
  local -a missing=()
  local name

  for name; do
    is_installed "$name" || missing+=("$name")
  done
  ((${#missing[@]} == 0)) || apt_install "${missing[@]}"
}

apt_offers ()
{
  local candidate
  candidate=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: //p')
  [[ -n $candidate && $candidate != '(none)' ]] && dpkg --compare-versions "$candidate" ge "$2"
}

# --------------------------------------------------- which environment it is

floor_reached ()
{
  have pkg-config && pkg-config --exists "${FLOOR[@]}" 2>/dev/null
}

choose_environment ()
{
  case ${CNSCD_ENVIRONMENT:-} in
    native | root) ENVIRONMENT=$CNSCD_ENVIRONMENT ; return ;;
    '') ;;
    *) fail "CNSCD_ENVIRONMENT is '$CNSCD_ENVIRONMENT'; it can be 'native' or 'root'." ;;
  esac

  if floor_reached; then
    ENVIRONMENT=native
    return
  fi

  ENVIRONMENT=root
  if have apt-get; then
    apt_lists_present || apt_update
    if apt_offers libgtk-4-dev 4.18 && apt_offers libadwaita-1-dev 1.7 &&
       apt_offers libglib2.0-dev 2.84 && apt_offers libsqlite3-dev 3.46; then
      ENVIRONMENT=native
      return
    fi
  fi
  [[ -d $(root_path) ]] || say "This system's packages are older than GTK 4.18 and libadwaita 1.7."
}

# ------------------------------------------------------------------- native

prepare_native ()
{
  local -a names=() missing=()
  local name

  if have apt-get; then
    mapfile -t names < <(package_list)
    install_missing "${names[@]}"
    return
  fi

  for name in "${COMMANDS[@]}"; do
    have "$name" || missing+=("$name")
  done
  for name in "${FLOOR[@]}" "${LIBRARIES[@]}"; do
    pkg-config --exists "$name" 2>/dev/null || missing+=("$name")
  done
  ((${#missing[@]} == 0)) ||
    fail "there is no apt here to install with. Please install these first: ${missing[*]}"
}

# --------------------------------------------------------------------- root

# Everything that decides what lies in the root, so that the folder's name
# changes with it.
root_recipe ()
{
  printf '%s\n' "$SUITE" 'recipe 1'
  package_list | LC_ALL=C sort
}

root_path ()
{
  local hash
  hash=$(root_recipe | sha256sum)
  printf '%s/root-%s\n' "$CACHE" "${hash:0:12}"
}

# How this machine reaches what it installs from: proxies, certificates.
host_apt_options ()
{
  have apt-config || return 0
  apt-config dump --format '%f "%v";%n' 2>/dev/null |
    grep -E '^Acquire::(https?::(Proxy|CaInfo|Verify)|Check-(Valid-Until|Date))' || true
}

remove_tree ()
{
  rm -rf --one-file-system -- "$1" 2>/dev/null || as_root rm -rf --one-file-system -- "$1"
}

# fill_root FOLDER: the Debian system with all packages of the list.
fill_root ()
{
  local target=$1
  # shellcheck disable=SC2016 # $1 is the root's path, for mmdebstrap's shell
  local -a options=(
    --variant=minbase
    --include="$(package_list | paste -sd, -)"
    --aptopt='Acquire::Retries "5"'
    --aptopt='Acquire::Languages "none"'
    --dpkgopt='path-exclude=/usr/share/doc/*'
    --dpkgopt='path-exclude=/usr/share/man/*'
    --dpkgopt='path-exclude=/usr/share/locale/*/LC_MESSAGES/*'
    --dpkgopt='path-include=/usr/share/locale/vi/LC_MESSAGES/*'
    # Mount points, because the root is only read afterwards.
    --customize-hook='mkdir -p "$1/usr/local/share/fonts"'
    --customize-hook='for f in resolv.conf hosts machine-id localtime; do rm -f "$1/etc/$f"; : > "$1/etc/$f"; done'
    --customize-hook='for l in vi_VN en_US; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done'
  )
  local line
  while IFS= read -r line; do
    options+=(--aptopt="$line")
  done < <(host_apt_options)

  local ok=1
  if ((EUID == 0)); then
    (umask 022 && mmdebstrap --mode=root "${options[@]}" "$SUITE" "$target") </dev/null >&2 || ok=0
  else
    # As a tar archive, so that what ends up in the user's cache is the user's.
    local -a make=(sudo mmdebstrap --mode=root)
    if grep -qs "^$(id -un):" /etc/subuid && have newuidmap; then
      make=(mmdebstrap --mode=unshare)
    elif ! have sudo; then
      fail "making a Debian root needs either sudo, or newuidmap (package uidmap) and a line in /etc/subuid."
    fi
    mkdir -p "$target"
    (umask 022 && "${make[@]}" "${options[@]}" "$SUITE" - </dev/null |
       tar -x -C "$target" --exclude='./dev/*' --no-same-owner) >&2 || ok=0
  fi
  ((ok))
}

make_root ()
{
  local lock attempt partial=$ROOT.partial.$$

  mkdir -p "$CACHE"
  exec {lock}>"$CACHE/.lock"
  if ! flock -n "$lock"; then
    say "Another run is making a Debian root in $CACHE; waiting for it"
    flock "$lock"
  fi

  if [[ ! -d $ROOT ]]; then
    # With the lock held, whatever is half made was left by a run that died.
    local stale
    for stale in "$CACHE"/root-*.partial.*; do
      [[ -e $stale ]] || continue
      say "Removing what an interrupted run left: $stale"
      remove_tree "$stale"
    done
    # Roots of earlier lists, once no checkout has used them for two months.
    while IFS= read -r stale; do
      say "Removing a Debian root that has not been used for two months: ${stale%.used}"
      remove_tree "${stale%.used}"
      rm -f -- "$stale"
    done < <(find "$CACHE" -maxdepth 1 -name 'root-*.used' -mtime +60)

    if have apt-get; then
      install_missing mmdebstrap bubblewrap debian-archive-keyring
    fi
    if ! have mmdebstrap || ! have bwrap; then
      fail "the packages of this system are older than GTK 4.18 and libadwaita 1.7, and there is no apt to fetch newer ones with. Install mmdebstrap and bubblewrap, or build on Debian 13 or newer."
    fi

    say "Making a Debian 13 root to build and run in: $ROOT (about 1.2 GB; one to five minutes, once)"
    for attempt in 1 2 3; do
      fill_root "$partial" && break
      remove_tree "$partial"
      ((attempt < 3)) || fail 'the Debian root could not be made; see the messages above.'
      say 'That did not work; trying again in ten seconds'
      sleep 10
    done
    mv -T -- "$partial" "$ROOT"
    say 'The Debian root is ready.'
  fi
  exec {lock}>&-
}

prepare_root ()
{
  ROOT=$(root_path)
  [[ -d $ROOT ]] || make_root
  touch "$ROOT.used"
  if ! have bwrap; then
    have apt-get || fail 'bubblewrap is needed to run in the Debian root; please install it.'
    install_missing bubblewrap
  fi
}

# What the commands in the root get to know of the caller's environment. The
# rest (compilers' paths, Python's settings) belongs to the host's own system.
passed_variables ()
{
  local name
  while IFS= read -r name; do
    case $name in
      HOME | USER | LOGNAME | TERM | COLORTERM | NO_COLOR | COLUMNS | CI | TZ | TMPDIR | \
      DISPLAY | WAYLAND_DISPLAY | XAUTHORITY | XMODIFIERS | \
      DBUS_SESSION_BUS_ADDRESS | XDG_* | GTK_* | GDK_* | GSK_* | GSETTINGS_* | G_* | ADW_* | \
      CNSCD_* | MESON_* | NINJA_STATUS | CC | CFLAGS | LDFLAGS | ?SAN_OPTIONS | ??SAN_OPTIONS | \
      http_proxy | https_proxy | no_proxy)
        [[ $name == XDG_DATA_DIRS || $name == XDG_CONFIG_DIRS ]] || printf '%s\n' "$name" ;;
    esac
  done < <(compgen -e)
}

# The folders of the user and of the checkout at their own paths, so that every
# path that is printed or typed means the same inside and outside.
bind_host_folders ()
{
  local folder name

  for folder in /*; do
    name=${folder#/}
    case $name in
      bin | boot | dev | etc | lib | lib32 | lib64 | libx32 | lost+found | proc | run | sbin | sys | usr | var) ;;
      *)
        if [[ -L $folder ]]; then
          BWRAP+=(--symlink "$(readlink -- "$folder")" "$folder")
        elif [[ -d $folder ]]; then
          BWRAP+=(--bind-try "$folder" "$folder")
        fi ;;
    esac
  done
  for folder in "$HOME" "$SOURCE" "$BUILD" "$PWD" /var/tmp "${TMPDIR:-/tmp}" "${XDG_RUNTIME_DIR:-/tmp}"; do
    [[ ! -d $folder ]] || BWRAP+=(--bind "$folder" "$folder")
  done
}

bwrap_arguments ()
{
  local name file

  BWRAP=(
    --ro-bind "$ROOT/usr" /usr
    --ro-bind "$ROOT/etc" /etc
    --symlink usr/bin /bin --symlink usr/sbin /sbin --symlink usr/lib /lib
    --dev /dev --proc /proc --ro-bind-try /sys /sys
    --dev-bind-try /dev/dri /dev/dri
    --dir /run --dir /var/lib --ro-bind "$ROOT/var/cache" /var/cache
    --unshare-pid --die-with-parent
  )
  [[ ! -d $ROOT/usr/lib64 ]] || BWRAP+=(--symlink usr/lib64 /lib64)
  for file in /etc/resolv.conf /etc/hosts /etc/machine-id /etc/localtime /etc/passwd /etc/group; do
    [[ ! -s $file ]] || BWRAP+=(--ro-bind "$file" "$file")
  done
  BWRAP+=(--bind-try /run/dbus /run/dbus --bind-try /run/cups /run/cups)
  [[ -n ${HOST_FONTS-yes} ]] && BWRAP+=(--ro-bind-try /usr/share/fonts /usr/local/share/fonts)
  bind_host_folders
  # An X session's key may lie outside all of these (in /run, mostly).
  file=${XAUTHORITY:-}
  [[ -z $file || ! -f $file ]] || BWRAP+=(--ro-bind "$file" "$file")
  BWRAP+=(--chdir "$PWD")
}

# The caller's locale as far as the root has it: one unknown name would make
# every program fall back to ASCII. The language is kept in any case.
locale_assignments ()
{
  local wanted=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} name language=${LANGUAGE:-}

  for name in LANG LC_ALL "${!LC_@}"; do
    case ${!name:-} in
      C.UTF-8 | C.utf8 | vi_VN.UTF-8 | vi_VN.utf8 | en_US.UTF-8 | en_US.utf8)
        printf '%s=%s\n' "$name" "${!name}" ;;
      vi | vi_*)
        printf '%s=vi_VN.UTF-8\n' "$name" ;;
      '' | C | POSIX)
        [[ $name != LANG ]] || printf 'LANG=C.UTF-8\n' ;;
      *)
        [[ $name != LANG ]] || printf 'LANG=en_US.UTF-8\n'
        [[ -n $language || ${!name} != "$wanted" ]] || language=${wanted%%[.@]*} ;;
    esac
  done
  [[ -z $language ]] || printf 'LANGUAGE=%s\n' "$language"
}

# ------------------------------------------------------------------ the use

# Chooses the environment and makes it ready; must come before all the others.
prepare_environment ()
{
  have flock || fail 'flock is needed (package util-linux).'
  [[ -n ${HOME:-} ]] || fail 'HOME is not set.'
  choose_environment
  "prepare_$ENVIRONMENT"
}

say_where ()
{
  local where="with this system's own packages"
  [[ $ENVIRONMENT == native ]] || where="in the Debian 13 root $ROOT"
  say "Building in $BUILD, $where"
}

# Puts into COMMAND what runs its arguments in the environment, the freshly
# built programs first on PATH.
environment_command ()
{
  local system_path=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
  local data_dirs=/usr/local/share:/usr/share
  local name assignment

  COMMAND=(env)
  if [[ $ENVIRONMENT == root ]]; then
    COMMAND+=(-i)
    while IFS= read -r name; do
      COMMAND+=("$name=${!name}")
    done < <(passed_variables)
    while IFS= read -r assignment; do
      COMMAND+=("$assignment")
    done < <(locale_assignments)
    COMMAND+=(SHELL=/bin/bash "GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-keyfile}")
  else
    system_path=$PATH
    data_dirs=${XDG_DATA_DIRS:-$data_dirs}
  fi
  COMMAND+=("PATH=$PREFIX/bin:$PREFIX/libexec:$system_path"
            "XDG_DATA_DIRS=$PREFIX/share:$data_dirs")
  if [[ $ENVIRONMENT == root ]]; then
    bwrap_arguments
    COMMAND+=("$(command -v bwrap)" "${BWRAP[@]}" --)
  fi
  COMMAND+=("$@")
}

in_environment ()
{
  local -a COMMAND BWRAP
  environment_command "$@"
  "${COMMAND[@]}"
}

in_environment_exec ()
{
  local -a COMMAND BWRAP
  environment_command "$@"
  exec "${COMMAND[@]}"
}

# ---------------------------------------------------------------- the build

# Two runs in one checkout take turns. The descriptor is closed when the
# subshell that called this ends.
lock_build ()
{
  local name=$1
  mkdir -p "$BUILD"
  exec 8>"$BUILD/.$name.lock"
  flock -n 8 && return
  say "Another run is at work in $BUILD; waiting for it"
  flock 8
}

# Empties a build folder that was made elsewhere or otherwise, except for the
# locks, for what other commands keep there and for build folders of their own.
empty_build ()
{
  find "$1" -mindepth 1 -maxdepth 1 \
    ! -name '.*.lock' ! -name run ! -name flatpak ! -name '*.log' \
    ! -exec test -e '{}/build.ninja' \; \
    -exec rm -rf -- {} +
}

# configure FOLDER OPTION…: sets the folder up, or changes its options.
configure ()
{
  local folder=$1 place made='' option
  local -a missing=()
  shift

  place="$SOURCE $ENVIRONMENT ${ROOT##*/}"
  [[ ! -f $folder/.made-in ]] || made=$(<"$folder/.made-in")
  if [[ ! -f $folder/build.ninja || ${made%%$'\n'*} != "$place" ]]; then
    say "Setting up the build in $folder"
    mkdir -p "$folder" || return
    empty_build "$folder" || return
    in_environment meson setup --prefix="$PREFIX" "$@" "$folder" "$SOURCE" </dev/null || return
    printf '%s\n' "$place" "$@" >"$folder/.made-in"
    return
  fi
  for option; do
    grep -qxF -e "$option" "$folder/.made-in" || missing+=("$option")
  done
  ((${#missing[@]} == 0)) && return
  in_environment meson configure "${missing[@]}" "$folder" </dev/null || return
  printf '%s\n' "${missing[@]}" >>"$folder/.made-in"
}

# build OPTION…: builds the program and installs it into the build folder, so
# that its data, schemas and translations lie where it looks for them.
build ()
(
  lock_build build
  configure "$BUILD" "$@" || exit
  in_environment ninja -C "$BUILD" </dev/null || exit
  if [[ ! -e $BUILD/.installed || $BUILD/.ninja_log -nt $BUILD/.installed ||
        $BUILD/build.ninja -nt $BUILD/.installed ||
        -n $(find "$SOURCE"/{data,help,po,src} -newer "$BUILD/.installed" -print -quit) ]]; then
    in_environment meson install -C "$BUILD" --no-rebuild --only-changed --quiet </dev/null || exit
    touch "$BUILD/.installed"
  fi
)

# The same for callers whose output belongs to another command: silent unless
# it takes long or fails.
build_quietly ()
{
  local log=$BUILD/quiet.log
  local line start=$SECONDS shown=$SECONDS
  local -a status

  mkdir -p "$BUILD"
  set +e
  build "$@" 2>&1 | tee "$log" | while IFS= read -r line; do
    if ((SECONDS - start >= 3 && SECONDS - shown >= 3)); then
      say "Building: $line"
      shown=$SECONDS
    fi
  done
  status=("${PIPESTATUS[@]}")
  set -e
  if ((status[0] != 0)); then
    cat "$log" >&2
    fail "the build failed."
  fi
}
