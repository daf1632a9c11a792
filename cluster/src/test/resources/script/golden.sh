#!/bin/bash
#SBATCH --nodes=1
#SBATCH --ntasks=4
umask 077
export CAIRN_TOKEN='li-hop.relax-1'
export CAIRN_CORES=4
cairn_directory='/scratch/o'\''hara/attempt 1'
cairn_outputs() { cairn_files 'stdout.txt' 'stderr.txt' 'log.lammps' 'dump/final.txt'; }
cairn_job=${SLURM_JOB_ID:-${CAIRN_JOB_ID:-none}}
cairn_restart=${SLURM_RESTART_COUNT:-0}
export CAIRN_JOB_ID="$cairn_job"
cairn_host=$(uname -n)
cd "$cairn_directory" || exit 74
cairn_note="claim.$cairn_job.$cairn_restart.$cairn_host.$$"
(set -C; printf '%s %s %s %s\n' "$CAIRN_TOKEN" "$cairn_job" "$cairn_restart" "$cairn_host" >"$cairn_note") || exit 74
ln "$cairn_note" claim 2>/dev/null
if [ -z "$(find "./$cairn_note" -links 2)" ]; then
    mv "$cairn_note" "lost.$cairn_job.$cairn_restart"
    exit 0
fi

cairn_stage='prelude'
cairn_child=
cairn_received=
cairn_start=$(date +%s)
cairn_sum() {
    if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi <"$1" | cut -c1-64
}
cairn_files() {
    for cairn_file in "$@"; do
        [ -f "$cairn_file" ] || continue
        sync "$cairn_file" 2>/dev/null
        printf 'file %s %s %s\n' "$(($(wc -c <"$cairn_file")))" "$(cairn_sum "$cairn_file")" "$cairn_file"
    done
}
cairn_status() {
    echo 'cairn-status 1'
    echo "token $CAIRN_TOKEN"
    echo "job $cairn_job"
    echo "restart $cairn_restart"
    echo "host $cairn_host"
    echo "stage $cairn_stage"
    for cairn_signal in $cairn_received; do echo "received $cairn_signal"; done
    if [ "$1" -gt 128 ] && [ "$1" -le 192 ]; then echo "signal $(($1 - 128))"; else echo "exit $1"; fi
    echo "start $cairn_start"
    echo "end $(date +%s)"
    cairn_outputs
    echo 'end-of-status'
}
cairn_leave() {
    trap '' TERM INT HUP USR1 USR2
    trap - EXIT
    cd "$cairn_directory" || exit 74
    cairn_status "$1" >status.txt.tmp || exit 74
    sync status.txt.tmp 2>/dev/null || sync
    mv status.txt.tmp status.txt || exit 74
    sync . 2>/dev/null
    exit "$1"
}
cairn_pass_on() {
    cairn_received="$cairn_received $1"
    cairn_interrupted=yes
    if [ -n "$cairn_child" ]; then kill -s "$1" "$cairn_child" 2>/dev/null; else exit 143; fi
}
trap 'cairn_leave "$?"' EXIT
trap 'cairn_pass_on TERM' TERM
trap 'cairn_pass_on INT' INT
trap 'cairn_pass_on HUP' HUP
trap 'cairn_pass_on USR1' USR1
trap 'cairn_pass_on USR2' USR2

cairn_asked=3600 cairn_margin=180
unset CAIRN_ASK_END
if [ -n "${SLURM_JOB_ID:-}" ] && command -v squeue >/dev/null 2>&1; then
    export CAIRN_ASK_END="SLURM_TIME_FORMAT=%s timeout 10 squeue --noheader --states=all --jobs=$SLURM_JOB_ID --format=%e"
fi
cairn_end=${SLURM_JOB_END_TIME:-$(eval "${CAIRN_ASK_END:-:}" 2>/dev/null)}
[ "$cairn_end" -gt "$cairn_start" ] 2>/dev/null || cairn_end=$((cairn_start + ${PBS_WALLTIME:-$cairn_asked}))
cairn_granted=$((cairn_end - cairn_start))
[ "$cairn_granted" -ge "$cairn_asked" ] || cairn_margin=$((cairn_margin * cairn_granted / cairn_asked))
export CAIRN_END_AT="$cairn_end" CAIRN_STOP_AT="$((cairn_end - cairn_margin))"

export NOTE='it'\''s'
export OMP_NUM_THREADS='1'
export MKL_NUM_THREADS=1
module load 'lammps/2022' || exit
cairn_stage='command'
'srun' '--ntasks=4' 'lmp' '-in' 'in.lammps' </dev/null >stdout.txt 2>stderr.txt &
cairn_child=$!
cairn_code=
while :; do
    cairn_interrupted=no
    wait "$cairn_child"
    cairn_answer=$?
    if [ "$cairn_answer" -ne 127 ] || [ -z "$cairn_code" ]; then cairn_code=$cairn_answer; fi
    [ "$cairn_interrupted" = yes ] || break
done
exit "$cairn_code"

