"""What the preview's server answers: to its own page, to others, to another
user, and of reports that are shown in another way."""
import gzip
import json
import os
import pathlib
import re
import socket

from client import (REPORT, ROOT, WAIT, Stream, check, number_of, page_of)


def try_requests(preview):
    base, own = preview.base, "127.0.0.1:%d" % preview.port
    answer, _ = preview.ask(base)
    check("the shell has a policy", "default-src 'none'" in answer.getheader(
        "Content-Security-Policy", ""))
    check("and is not stored", answer.getheader("Cache-Control") == "no-store")
    for accepts, packed in (("gzip, deflate, br", True), ("br,gzip;q=0.5", True), ("*", True),
                            ("gzip;q=0", False), ("gzip;q=0.0", False), ("*, gzip;q=0", False),
                            ("xgzip", False), ("", False)):
        answer, body = preview.ask(base + "page.js", headers=[("Accept-Encoding", accepts)])
        check("%r gets a script that is %spacked" % (accepts, "" if packed else "not "),
              (answer.getheader("Content-Encoding") == "gzip") == packed)
        check("and it is said what that depends on", answer.getheader("Vary") == "Accept-Encoding")
        check("below 6 kB as sent", not packed or len(body) < 6000)
        check("and is the script", (gzip.decompress(body) if packed else body)
              == (ROOT / "preview/page/page.js").read_bytes())
    answer, _ = preview.ask(base + "0/page")
    check("it says which version it is", re.fullmatch(r'"\d+"', answer.getheader("ETag", "")))
    check("a report runs no script", "sandbox" in answer.getheader(
        "Content-Security-Policy", "") and "script" not in answer.getheader(
        "Content-Security-Policy", ""))
    answer = json.loads(preview.ask(base + "0/next?e=0")[1])
    check("a piece of the page has its place", answer["e"] > 0
          and re.match(r"Comes from \S+, ", answer["said"]))
    check("and its page in the PDF: %s" % answer, answer["page"] == 1)
    again = json.loads(preview.ask(base + "0/place?e=999999,%d,0" % answer["e"])[1])
    check("and the same from inside it", again == answer)
    for asked in ("x", "", "%00", "a" * 9000, "report.xml:0", "..%2f..%2fetc%2fpasswd:1",
                  "report.xml:99999999999"):
        found = json.loads(preview.ask(base + "0/find?q=" + asked)[1])
        check("%s is nowhere" % asked[:20], found["e"] == -1)
    for asked in ("x", "", "-1", "1e9", ",,,", "9" * 40):
        found = json.loads(preview.ask(base + "0/place?e=" + asked)[1])
        check("element %s is nowhere" % asked[:20], found["e"] == -1)
    right = {"page.css": 200, "page.js": 200, "stream.js": 200, "": 200}
    for path, status in right.items():
        check("%r is there" % path, preview.status(base + path) == status)
    token = base.strip("/")
    other = "/" + ("0" if token[0] != "0" else "1") + token[1:] + "/"
    for path in (other, "/", "/o/", "/o/" + "0" * 32, base[:-1], base + "../" + token + "/",
                 base + "%2e%2e/page.js", base + "0/page%00.pdf", base + "999999/page",
                 base + "0/pages", base + "x/page", base + "page.js/", "//" + token + "/"):
        check("%s is nothing" % path[:20], preview.status(path) == 404)
    for headers, host in ((([("Host", "localhost:%d" % preview.port)]), False),
                          ([("Host", own), ("Host", own)], False), ([], False),
                          ([("Origin", "http://example.org")], True), ([("Origin", "null")], True),
                          ([("Sec-Fetch-Site", "cross-site")], True),
                          ([("Sec-Fetch-Site", "same-site")], True)):
        check("%s is refused" % (headers or "no host"), preview.status(
            base, headers=headers, host=host) in (400, 403))
    check("a page is not for the bar of addresses", preview.status(
        base + "0/page", headers=[("Sec-Fetch-Site", "none")]) == 403)
    check("the shell is", preview.status(base, headers=[("Sec-Fetch-Site", "none")]) == 200)
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        check("%s is refused" % method, preview.status(
            base, method=method, body=b"x" * 10) == 405)
    with socket.create_connection(("127.0.0.1", preview.port), timeout=WAIT) as s:
        s.settimeout(WAIT)
        try:
            s.sendall(b"GET / HTTP/1.1\r\nHost: " + own.encode() + b"\r\nX: "
                      + b"y" * 10_000_000)
            s.recv(100)
        except OSError:
            pass
    check("it lives after a long header", preview.status(base) == 200)
    idle = [socket.create_connection(("127.0.0.1", preview.port), timeout=WAIT)
            for _ in range(40)]
    check("and with forty idle readers", preview.status(base) == 200)
    idle += [socket.create_connection(("127.0.0.1", preview.port), timeout=WAIT)
             for _ in range(160)]
    for s in idle:
        s.close()
    check("and after two hundred", preview.status(base) == 200)
    try_other_user(preview)


def refuses_mapped(preview):
    """Whether a socket of IPv6 that speaks to 127.0.0.1 is refused; there may
    be no IPv6."""
    try:
        with socket.socket(socket.AF_INET6) as s:
            s.connect(("::ffff:127.0.0.1", preview.port))
            s.sendall(b"GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
                      % (preview.base.encode(), preview.port))
            return s.recv(64).startswith(b"HTTP/1.1 403")
    except OSError:
        return not pathlib.Path("/proc/net/tcp6").exists()


def try_other_user(preview):
    """Whoever knows the address and is another user is refused; only root can
    try it."""
    if os.getuid() != 0:
        return
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        os._exit(preview.status(preview.base) != 403)
    check("another user is refused", os.waitpid(child, 0)[1] == 0)
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        os._exit(not refuses_mapped(preview))
    check("and so by IPv6", os.waitpid(child, 0)[1] == 0)


def try_views(preview):
    """The same report with another template, and as the internal copy."""
    stream = Stream(preview, 0)
    n = number_of(stream, REPORT)
    Stream(preview, n).wait(page_of(n, 0))
    own = preview.ask(preview.base + "%d/page" % n)[1]
    shown = Stream(preview, n, "&template=members-2010&copy=internal")
    view = shown.wait(lambda name, data: name == "view")["n"]
    check("a view has a number of its own", view != n)
    ended = shown.wait(lambda name, data: name == "report" and data["n"] == view
                       and data["state"] != "waiting")
    check("and is built", ended is not None)
    side = preview.ask(preview.base + "%d/side" % view)[1].decode()
    check("it says what it is shown with",
          "Shown with members-2010; the report says forum-2012." in side
          and "Internal copy: not for publication." in side)
    check("the choices are chosen", '<option value="members-2010" selected>' in side
          and '<option value="internal" selected>' in side)
    check("the report stays as it is", preview.ask(preview.base + "%d/page" % n)[1] == own)
    for asked in ("&template=none-such", "&template=..%2f..", "&copy=secret", "&template=forum-2012"):
        same = Stream(preview, n, asked).wait(lambda name, data: name == "view")
        check("%s is the report as it is" % asked, same["n"] == n)
    for k in range(6):
        Stream(preview, k, "&template=members-2010").connection.close()
    check("it lives after some more", preview.status(preview.base) == 200)
    check("a number beyond is the first", Stream(preview, 99999).wait(
        lambda name, data: name == "view")["n"] == 0)


def try_pages(preview):
    """Pages of one browser listen by one stream, each to its own report."""
    one, two = 0, 1
    stream = Stream(preview, one, "&template=&copy=&n=%d&n=%d&template=members-2010&n=%d"
                    % (two, one, one))
    last = stream.wait(lambda name, data: name == "view" and data["of"] == 3)
    shown = [data["n"] for name, data in stream.events if name == "view"]
    check("each page is told its number", last is not None and shown[:2] == [one, two]
          and shown[2] > two and shown[3] == one)
    for n in (one, two):
        check("and of its page", stream.wait(page_of(n, 0)) is not None)
    check("and what became of it", stream.wait(
        lambda name, data: name == "report" and data["n"] == shown[2]
        and data["state"] != "waiting") is not None)
    stream.connection.close()
    many = Stream(preview, 0, "&n=0" * 63)
    check("64 pages are heard", many.answer.status == 200 and many.wait(
        lambda name, data: name == "view" and data["of"] == 63) is not None)
    many.connection.close()
    check("more are not", preview.status(preview.base + "events?n=0" + "&n=0" * 64) == 503)
    many = Stream(preview, 0, "&x=1&template=&nn=3")
    check("other words name no page", many.wait(page_of(0, 0)) is not None and [
        data["of"] for name, data in many.events if name == "view"] == [0])
    many.connection.close()
