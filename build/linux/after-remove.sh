#!/bin/sh
# After Lanyard's files are gone: what they had set up. Trips and settings are the user's, and stay where they are.
set -e

# What follows a newer version coming is no removal: dpkg says "upgrade", rpm counts the versions that remain.
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
