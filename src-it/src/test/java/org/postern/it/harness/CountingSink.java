package org.postern.it.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A next hop for loads: Postfix's {@code smtp-sink}, which counts and forgets. A process of its own. */
public final class CountingSink implements AutoCloseable {
    private static final Pattern COUNT = Pattern.compile("mesg=(\\d+)");
    private static final int BACKLOG = 1000;

    private final Process process;
    private final int port;
    private volatile int count;
    private volatile long lastArrival;

    /** A running sink on a free port. */
    public CountingSink() throws IOException {
        this(Ports.free());
    }

    /** A running sink on this port. */
    public CountingSink(int port) throws IOException {
        this.port = port;
        List<String> command = new ArrayList<>(List.of("smtp-sink", "-m", Integer.toString(BACKLOG), "-c",
                "127.0.0.1:" + port, Integer.toString(BACKLOG)));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(1, List.of("-u", "nobody"));
        }
        process = new ProcessBuilder(command).directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        Thread.ofPlatform().daemon().name("sink-count").start(this::follow);
        Ports.awaitListening(port, process.toHandle());
    }

    public int port() {
        return port;
    }

    /** {@return how many messages have come} */
    public int count() {
        return count;
    }

    /** {@return when the last message came, on the clock of {@link System#nanoTime}} */
    public long lastArrival() {
        return lastArrival;
    }

    /** Reads the running count in slices, so that counting costs next to nothing. */
    private void follow() {
        byte[] slice = new byte[1 << 16];
        String tail = "";
        try (InputStream output = process.getInputStream()) {
            int length = output.read(slice);
            while (length >= 0) {
                String text = tail + new String(slice, 0, length, StandardCharsets.US_ASCII);
                int end = Math.max(text.lastIndexOf('\r'), text.lastIndexOf('\n')) + 1;
                count(text.substring(0, end));
                tail = text.substring(end);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                length = output.read(slice);
            }
        } catch (IOException gone) {
            // the sink has ended
        }
    }

    private void count(String text) {
        int last = text.lastIndexOf("mesg=");
        if (last >= 0) {
            Matcher matcher = COUNT.matcher(text.substring(last));
            if (matcher.find()) {
                int now = Integer.parseInt(matcher.group(1));
                if (now > count) {
                    lastArrival = System.nanoTime();
                    count = now;
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
