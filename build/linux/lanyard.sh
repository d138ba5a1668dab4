#!/bin/sh
# Chromium takes every argument that begins with -- for a switch of its own, also a title or a name that does. It reads
# none behind a lone --. Only commands have values; in front of the window's files, its switches are allowed.
case "${1-}" in
  --help | --version) exec /opt/Lanyard/lanyard -- "$@" ;;
  '' | -* | *[!a-z-]*) exec /opt/Lanyard/lanyard "$@" ;;
  *) exec /opt/Lanyard/lanyard -- "$@" ;;
esac
