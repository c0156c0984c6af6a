package org.postern.it.install;

import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Commands.Outcome;
import org.postern.it.harness.WorkFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * This machine once more, laid over it: with files, users, processes and a network of its own. What is installed, written or started there is gone with it, and nobody outside hears of
 * it. It has no service manager.
 */
final class OtherMachine implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SET_UP = """
            mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root"
            mount --bind "$1/shared" "$1/root/mnt"
            mount --rbind /dev "$1/root/dev"
            mount -t proc proc "$1/root/proc"
            mount -t tmpfs tmpfs "$1/root/run"
            mount -t tmpfs tmpfs "$1/root/tmp"
            ip link set lo up
            echo nameserver 127.0.0.1 >"$1/root/etc/resolv.conf"
            touch "$1/shared/up"
            exec chroot "$1/root" cat
            """;
    private static final List<String> NEEDED = List.of("unshare", "nsenter", "setpriv", "ip", "dpkg", "apt");

    private final WorkFolder folder;
    private final Process first;

    private OtherMachine(WorkFolder folder, Process first) {
        this.folder = folder;
        this.first = first;
    }

    /** {@return whether there can be one: its makings are Debian's, and it is root's to lay, where the kernel lets him} */
    static boolean isPossible() {
        return System.getProperty("user.name").equals("root") && NEEDED.stream().allMatch(Commands::exists)
                && mayMount();
    }

    private static boolean mayMount() {
        try (WorkFolder trial = WorkFolder.in(Path.of(System.getProperty("postern.root"), "src-it/target"), "mount-")) {
            return Commands.attempt(List.of("unshare", "--mount", "--pid", "--net", "--fork", "sh", "-ec", """
                    mkdir "$1/upper" "$1/work" "$1/root"
                    mount -t overlay overlay -o "lowerdir=/,upperdir=$1/upper,workdir=$1/work" "$1/root"
                    """, "sh", trial.path().toString()), Map.of(), "").status() == 0;
        }
    }

    static OtherMachine start() throws IOException {
        WorkFolder folder = WorkFolder.in(Path.of(System.getProperty("postern.root"), "src-it/target"), "machine-");
        for (String name : List.of("upper", "work", "root", "shared")) {
            Files.createDirectory(folder.path().resolve(name));
        }
        Process first = new ProcessBuilder("unshare", "--mount", "--pid", "--net", "--fork", "--kill-child", "sh",
                "-ec", SET_UP, "sh", folder.path().toString()).redirectErrorStream(true)
                .redirectOutput(folder.path().resolve("machine.out").toFile())
                .start();
        OtherMachine machine = new OtherMachine(folder, first);
        try {
            Await.until("the other machine is up", LIMIT, machine::isUp);
        } catch (AssertionError down) {
            machine.close();
            throw down;
        }
        return machine;
    }

    private boolean isUp() throws IOException {
        if (!first.isAlive()) {
            throw new AssertionError(Files.readString(folder.path().resolve("machine.out")));
        }
        return Files.exists(shared().resolve("up"));
    }

    /** {@return the folder that is {@code /mnt} there} */
    Path shared() {
        return folder.path().resolve("shared");
    }

    /** Has a line done by a shell of root's, in {@code /mnt}; {@return what becomes of it}. */
    Outcome attempt(String line) {
        return Commands.attempt(inside(Map.of(), List.of("sh", "-ec", line)), Map.of(), "");
    }

    /** The same, which has to succeed; {@return what it prints}. */
    String run(String line) {
        return Commands.run(inside(Map.of(), List.of("sh", "-ec", line)));
    }

    /** Starts a program there, with nothing in its environment but this and a path; what it prints goes to the end of a file. */
    Process start(Map<String, String> environment, List<String> command, Path output) {
        try {
            return new ProcessBuilder(inside(environment, command)).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> inside(Map<String, String> environment, List<String> command) {
        long root = first.children().findFirst().orElseThrow().pid();
        List<String> words = new ArrayList<>(List.of("nsenter", "--target=" + root, "--mount", "--pid", "--net",
                "--root", "env", "-i", "--chdir=/mnt", "PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"));
        environment.forEach((name, value) -> words.add(name + "=" + value));
        return Stream.concat(words.stream(), command.stream()).toList();
    }

    /** Switches it off: all that runs there ends at once. */
    @Override
    public void close() {
        first.descendants().forEach(ProcessHandle::destroyForcibly);
        first.destroyForcibly().onExit().join();
        folder.close();
    }
}
