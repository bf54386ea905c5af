#!/usr/bin/env bash
# Runs before MongoDB and Prometheus: makes the replica set's key once, and writes down the password for scraping.
set -euo pipefail
umask 077

if [[ ! -s /mongodb-key/key ]]; then
    head -c 756 /dev/urandom | base64 -w 0 > /mongodb-key/key.new
    chown mongodb:mongodb /mongodb-key/key.new
    chmod 0400 /mongodb-key/key.new
    mv /mongodb-key/key.new /mongodb-key/key
fi
chmod 0755 /mongodb-key

# Prometheus runs as nobody.
printf '%s' "$PAP_LOCAL_PASSWORD" > /metrics-password/password
chown nobody:nogroup /metrics-password/password
chmod 0400 /metrics-password/password
chmod 0755 /metrics-password
