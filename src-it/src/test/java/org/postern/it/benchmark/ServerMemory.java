package org.postern.it.benchmark;

import org.postern.it.harness.Commands;
import org.postern.it.harness.Gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway's server occupies, in KB, after a collection of garbage.
 *
 * @param resident of the process
 * @param heap in use
 */
record ServerMemory(long resident, long heap) {
    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+)");

    /** Collects garbage, and looks. */
    static ServerMemory of(Gateway gateway) throws IOException {
        String server = Files.readString(gateway.data().resolve("postern.pid")).strip();
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Commands.run(List.of(jcmd, server, "GC.run"));
        Commands.run(List.of(jcmd, server, "GC.run"));
        Matcher used = USED.matcher(Commands.run(List.of(jcmd, server, "GC.heap_info")));
        long heap = used.results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
        Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc", server, "status")));
        if (!resident.find()) {
            throw new IOException("the server is gone");
        }
        return new ServerMemory(Long.parseLong(resident.group(1)), heap);
    }
}
