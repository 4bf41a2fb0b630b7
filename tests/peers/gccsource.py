"""Where the peer suites get GCC's own tests from: Debian's package gcc-12-source, unpacked once into
${CORTEN_CORPORA:-${TMPDIR:-/tmp}/corten-corpora}/gcc-testsuite. None of it is ever committed.
$CORTEN_GCC_TESTSUITE, a folder gcc/testsuite of GCC's sources, is taken instead if it is set."""
import glob
import os
import shutil
import subprocess
import tempfile

CORPORA = os.environ.get("CORTEN_CORPORA") or os.path.join(os.environ.get("TMPDIR") or "/tmp", "corten-corpora")
INSIDE = "gcc/testsuite"
# Whole folders, and single files that tests of those include.
PARTS = ["gcc.c-torture/compile", "gcc.dg/analyzer", "gcc.dg/pr61861.c", "gcc.dg/pr93399.c", "gcc.dg/pr26983.c",
         "gcc.dg/Warray-bounds-41.c", "gcc.dg/torture/pr57330.c", "gcc.c-torture/execute/pr27073.c",
         "c-c++-common/pr51628-30.c", "c-c++-common/pr59037.c", "c-c++-common/torture/pr58794-1.c"]


def at_hand():
    """The folder gcc/testsuite if it is on this machine already, else None."""
    folder = os.environ.get("CORTEN_GCC_TESTSUITE") or os.path.join(CORPORA, "gcc-testsuite")
    return folder if os.path.isdir(os.path.join(folder, PARTS[0])) else None


def fetch():
    """The folder gcc/testsuite; unpacked from the package when it isn't there yet."""
    folder = at_hand()
    if folder:
        return folder
    os.makedirs(CORPORA, exist_ok=True)
    folder = os.path.join(CORPORA, "gcc-testsuite")
    with tempfile.TemporaryDirectory(dir=CORPORA) as scratch:
        os.chmod(scratch, 0o755)
        subprocess.run(["apt-get", "download", "-qq", "gcc-12-source"], cwd=scratch, check=True)
        package = glob.glob(os.path.join(scratch, "*.deb"))[0]
        subprocess.run(["dpkg-deb", "-x", package, os.path.join(scratch, "x")], check=True)
        tar = glob.glob(os.path.join(scratch, "x/usr/src/gcc-12/gcc-*.tar*"))[0]
        wanted = ["*/%s/%s" % (INSIDE, part) for part in PARTS]
        subprocess.run(["tar", "-C", scratch, "--wildcards", "-xf", tar, *wanted], check=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.move(glob.glob(os.path.join(scratch, "gcc-*", INSIDE))[0], folder)
    return folder
