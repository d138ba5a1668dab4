#!/bin/sh
exec /opt/Lanyard/lanyard "$@"
