#!/usr/bin/env bash
# A Slurm cluster of one node in a folder of its own, for tests: munged, slurmctld and slurmd by hand, without systemd.
# slurmCluster.sh FOLDER: ends when the node is idle. The ids of its processes are in FOLDER/*.pid.
set -euo pipefail
folder=$(realpath "$1")
chmod 755 "$folder"
mkdir -p "$folder"/{state,spool}
end_daemons() {
  for daemon in slurmd slurmctld munged; do
    [[ -e "$folder/$daemon.pid" ]] && kill "$(< "$folder/$daemon.pid")"
  done
}
trap '[[ $? == 0 ]] || end_daemons' EXIT
dd if=/dev/urandom of="$folder/munge.key" bs=128 count=1 status=none
chmod 400 "$folder/munge.key"
munged --force --key-file="$folder/munge.key" --socket="$folder/munge.socket" --pid-file="$folder/munged.pid" \
  --log-file="$folder/munged.log" --seed-file="$folder/munge.seed" --num-threads=2
port=$((20000 + RANDOM % 20000))
cat > "$folder/slurm.conf" <<END
ClusterName=test
SlurmctldHost=$(hostname -s)(127.0.0.1)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/slurmd.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,batch_sched_delay=0
ReturnToService=2
MailProg=/bin/true
NodeName=$(hostname -s) NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES State=UP
END
export SLURM_CONF="$folder/slurm.conf"
slurmctld -f "$SLURM_CONF"
slurmd -f "$SLURM_CONF"
for _ in $(seq 150); do
  sinfo --noheader --format=%T 2>/dev/null | grep -q '^idle' && exit 0
  sleep 0.2
done
tail -n 20 "$folder"/slurm*.log >&2
exit 1
