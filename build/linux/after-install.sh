#!/bin/sh
# Runs after the files are in place, and sets up what the sandbox needs. The system notices the desktop entry, the file
# type and the icons by its own triggers. Nothing here touches anybody's trips.
set -e

program=/opt/Lanyard

# On Ubuntu 24.04 and later, AppArmor denies namespaces to ordinary programs; the profile allows them for Lanyard. An
# AppArmor that is too old for the profile does not need it.
confined=yes
profile="$program/resources/apparmor-profile"
if command -v apparmor_parser >/dev/null && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" /etc/apparmor.d/lanyard
  # While a system image is built, there is no kernel to load the profile into; the system loads it when it starts.
  if [ -e /sys/kernel/security/apparmor/profiles ] && ! ischroot 2>/dev/null; then
    apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/lanyard && confined=no
  fi
fi

setting() { cat "/proc/sys/$1" 2>/dev/null || echo "$2"; }

# Chromium builds its sandbox from user namespaces. If ordinary users may not create them, its helper builds the sandbox
# and has to be setuid root. Otherwise the helper is not needed and gets no privileges.
if [ "$(setting user/max_user_namespaces 1)" = 0 ] ||
  [ "$(setting kernel/unprivileged_userns_clone 1)" = 0 ] ||
  { [ "$confined" = yes ] && [ "$(setting kernel/apparmor_restrict_unprivileged_userns 0)" = 1 ]; }; then
  chmod 4755 "$program/chrome-sandbox"
else
  chmod 0755 "$program/chrome-sandbox"
fi
