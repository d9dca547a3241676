"""A Slurm of two nodes on this machine, in a folder of its own."""
import os
import pathlib
import re
import signal
import socket
import subprocess
import time

CONF = """ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmctldPort={ports[0]}
AuthType=auth/munge
AuthInfo=socket={place}/munge.socket,cred_expire=10
CryptoType=crypto/munge
StateSaveLocation={place}/state
SlurmdSpoolDir={place}/spool-%n
SlurmctldPidFile={place}/slurmctld.pid
SlurmdPidFile={place}/slurmd-%n.pid
SlurmctldLogFile={place}/slurmctld.log
SlurmdLogFile={place}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
MpiDefault=none
MinJobAge=300
SchedulerParameters=sched_min_interval=100000
NodeName=n1 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[1]} CPUs=1 State=UNKNOWN
NodeName=n2 NodeHostname={host} NodeAddr=127.0.0.1 Port={ports[2]} CPUs=1 State=UNKNOWN
PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
"""
START_LIMIT = 30  # seconds
NODES = ("n1", "n2")


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


def wait_for(what, limit, *args):
    """Until WHAT is true; what it gave."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        found = what(*args)
        if found:
            return found
        time.sleep(0.1)
    raise TimeoutError(f"{what.__name__} {args}: not within {limit} s")


def environment_of(pid):
    try:
        text = pathlib.Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return []
    return text.decode("utf-8", "replace").split("\0")


def parent_of(pid):
    try:
        text = pathlib.Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0
    return int(text.rsplit(")", 1)[1].split()[1])


class Slurm:
    def __init__(self, place):
        self.place = place
        place.mkdir(parents=True)
        place.chmod(0o755)
        for name in ("state", "spool-n1", "spool-n2"):
            (place / name).mkdir()
        self.conf = place / "slurm.conf"
        self.conf.write_text(CONF.format(
            host=socket.gethostname().split(".")[0], place=place,
            ports=free_ports(3)))
        self.env = os.environ | {"SLURM_CONF": str(self.conf)}
        self.servers = {}
        key = place / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o400)

    def _start(self, name, *words):
        log = open(self.place / f"{name}.out", "ab")
        self.servers[name] = subprocess.Popen(
            words, env=self.env, stdin=subprocess.DEVNULL, stdout=log,
            stderr=log, cwd=self.place, start_new_session=True)
        log.close()

    def start_node(self, node):
        self._start(f"slurmd-{node}", "slurmd", "-D", "-f", self.conf, "-N",
                    node)

    def start(self):
        p = self.place
        self._start("munged", "munged", "--foreground", "--force",
                    f"--key-file={p}/munge.key", f"--socket={p}/munge.socket",
                    f"--pid-file={p}/munged.pid", f"--seed-file={p}/munge.seed",
                    f"--log-file={p}/munged.log")
        wait_for((p / "munge.socket").exists, START_LIMIT)
        self._start("slurmctld", "slurmctld", "-D", "-f", self.conf, "-i")
        for node in NODES:
            self.start_node(node)
        wait_for(self.all_idle, START_LIMIT)

    def stop(self):
        """Processes that this has started, by their ids, slurmd last but one."""
        for name in ("slurmd-n1", "slurmd-n2", "slurmctld", "munged"):
            server = self.servers.get(name)
            if server is None or server.poll() is not None:
                continue
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()

    def ask(self, *words, env=None):
        return subprocess.run(list(map(str, words)), check=True,
                              env=self.env | (env or {}), cwd=self.place,
                              stdin=subprocess.DEVNULL, capture_output=True,
                              encoding="utf-8", timeout=60).stdout

    def all_idle(self):
        try:
            states = self.ask("sinfo", "-h", "-N", "-o", "%t").split()
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return False
        return states == ["idle"] * len(NODES)

    def submit(self, *words, env=None):
        return self.ask("sbatch", "--parsable", *words, env=env).strip()

    def jobs(self):
        """What is in the queue: (id_task, state, node)."""
        lines = self.ask("squeue", "-h", "-r", "-o", "%i %T %N").splitlines()
        return [tuple((line + " ").split(" ")[:3]) for line in lines]

    def running(self, job, node=None):
        return [i for i, state, where in self.jobs()
                if i.startswith(job) and state == "RUNNING" and
                (node is None or where == node)]

    def is_empty(self):
        return not self.jobs()

    def about(self, job):
        """Members of a job or task, as scontrol names them."""
        text = self.ask("scontrol", "show", "job", job).split("\n\n")[0]
        return dict(re.findall(r"(\S+?)=(\S*)", text))

    def processes_of(self, node):
        """Of the jobs that run on NODE, with what started them."""
        found = set()
        for path in pathlib.Path("/proc").glob("[0-9]*"):
            pid = int(path.name)
            env = environment_of(pid)
            if f"SLURMD_NODENAME={node}" in env and \
                    f"SLURM_CONF={self.conf}" in env:
                found |= {pid, parent_of(pid)}
        return found - {0, 1, os.getpid()}

    def lose_node(self, node):
        """As if its machine had lost its power."""
        self.servers[f"slurmd-{node}"].kill()
        self.servers[f"slurmd-{node}"].wait()
        for pid in self.processes_of(node):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.ask("scontrol", "update", f"nodename={node}", "state=down",
                 "reason=lost")

    def bring_back(self, node):
        self.start_node(node)
        self.ask("scontrol", "update", f"nodename={node}", "state=resume")
