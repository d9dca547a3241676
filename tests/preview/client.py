"""A preview that is asked without a browser, and what it tells."""
import http.client
import json
import pathlib
import re
import signal
import subprocess
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
REPORT = "schools-partnership"
WAIT = 30  # seconds; what has not come by then does not come
failed = []


def check(what, right):
    if not right:
        failed.append(what)
        print("preview: wrong:", what)


def signals_as_usual():
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Preview:
    def __init__(self, program, *arguments, environment=None, user=None):
        quiet = [] if environment else ["--no-open"]
        self.process = subprocess.Popen(
            [program, "preview", *quiet, *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            preexec_fn=signals_as_usual, env=environment, user=user)
        line, self.said = "", ""  # what it says before it can be asked
        while "Preview:" not in line:
            line = self.process.stdout.readline()
            self.said += line
            if line == "":
                raise RuntimeError("the preview did not start")
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/[0-9a-f]{32}/)", line)
        self.port, self.base = int(found[1]), found[2]

    def ask(self, path, headers=None, method="GET", body=None, host=True):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        if host:
            connection.putheader("Host", "127.0.0.1:%d" % self.port)
        for name, value in headers or ():
            connection.putheader(name, value)
        if body is not None:
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders(body)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        return answer, data

    def status(self, path, **more):
        return self.ask(path, **more)[0].status

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        self.process.communicate(timeout=WAIT)
        return self.process.returncode


class Stream:
    """Events of report N, kept as they come."""

    def __init__(self, preview, n, shown=""):
        self.events, self.changed = [], threading.Condition()
        self.connection = http.client.HTTPConnection("127.0.0.1", preview.port, timeout=WAIT * 4)
        self.connection.request("GET", preview.base + "events?n=%d%s" % (n, shown))
        self.answer = self.connection.getresponse()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        name = ""
        try:
            for line in self.answer:
                line = line.decode().rstrip("\n")
                if line.startswith("event: "):
                    name = line[7:]
                elif line.startswith("data: "):
                    with self.changed:
                        self.events.append((name, json.loads(line[6:])))
                        self.changed.notify_all()
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass

    def wait(self, right, since=0):
        """The first event from SINCE on of which RIGHT(name, data) holds."""
        limit = time.monotonic() + WAIT
        with self.changed:
            while True:
                for name, data in self.events[since:]:
                    if right(name, data):
                        return data
                if time.monotonic() > limit:
                    return None
                self.changed.wait(0.2)


def state(n, wanted):
    return lambda name, data: name == "report" and data["n"] == n and data["state"] == wanted


def page_of(n, after):
    return lambda name, data: name == "page" and data["n"] == n and data["v"] > after


def number_of(stream, name):
    found = stream.wait(lambda kind, data: kind == "report" and data["name"] == name)
    return found["n"]
