#!/usr/bin/env bash
# Healthy when the service on this port answers its health check with 200. Bash opens the connection itself: the newer
# Java images carry no curl, and starting a second JVM every ten seconds costs more than what it would check.
set -euo pipefail

exec 3<> "/dev/tcp/127.0.0.1/$1"
printf 'GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 _ status _ <&3 || exit 1
[[ $status == 200 ]]
