#!/bin/sh
# guard.sh <process> <signal> <folder or nothing>: waits on its input for "ended" (the process is gone) and "done" (the folder too). When the
# input ends before, whoever started the process has died: ends the process and removes its folder.
trap '' HUP INT TERM
pid=$1
while read -r word; do
  case $word in ended) pid= ;; done) exit 0 ;; esac
done
if [ -n "$pid" ]; then
  kill -s "$2" "$pid" 2>/dev/null
  tries=0
  while kill -0 "$pid" 2>/dev/null && [ $tries -lt 50 ]; do sleep 0.2; tries=$((tries + 1)); done
  kill -s KILL "$pid" 2>/dev/null
fi
if [ -n "$3" ]; then rm -rf "$3"; fi
