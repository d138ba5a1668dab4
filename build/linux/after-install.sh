#!/bin/sh
# After Lanyard's files are in place: what its sandbox needs. Desktop entry, file type and icons are noticed by the
# system itself. Nothing here looks at anybody's trips.
set -e

program=/opt/Lanyard

# Where AppArmor keeps namespaces from ordinary programs (Ubuntu 24.04 and later), Lanyard asks for the right to them. An
# AppArmor that is too old for this profile needs none.
confined=yes
profile="$program/resources/apparmor-profile"
if command -v apparmor_parser >/dev/null && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" /etc/apparmor.d/lanyard
  # While an image of a system is being built there is no kernel to tell; it reads the profile when it starts.
  if [ -e /sys/kernel/security/apparmor/profiles ] && ! ischroot 2>/dev/null; then
    apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/lanyard && confined=no
  fi
fi

setting() { cat "/proc/sys/$1" 2>/dev/null || echo "$2"; }

# Chromium builds its sandbox from namespaces. Where the system has none for ordinary users, its helper builds it, and
# needs the super-user's rights for that. Elsewhere it gets none, for it is not needed.
if [ "$(setting user/max_user_namespaces 1)" = 0 ] ||
  [ "$(setting kernel/unprivileged_userns_clone 1)" = 0 ] ||
  { [ "$confined" = yes ] && [ "$(setting kernel/apparmor_restrict_unprivileged_userns 0)" = 1 ]; }; then
  chmod 4755 "$program/chrome-sandbox"
else
  chmod 0755 "$program/chrome-sandbox"
fi
