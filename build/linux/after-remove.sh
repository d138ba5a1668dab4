#!/bin/sh
# Runs after the files are removed, and undoes what after-install.sh set up. Trips and settings stay where they are.
set -e

# An upgrade is not a removal: dpkg passes "upgrade", and rpm the number of versions that remain.
case "$1" in
  remove | purge | 0) ;;
  *) exit 0 ;;
esac

profile=/etc/apparmor.d/lanyard
if [ -f "$profile" ]; then
  if command -v apparmor_parser >/dev/null && [ -e /sys/kernel/security/apparmor/profiles ] && ! ischroot 2>/dev/null; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi
