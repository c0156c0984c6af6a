package org.postern.cli.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A data folder, and the gateway that runs on it.
 *
 * @param data the folder, by its real path where it exists
 */
public record Installation(Path data) {
    private static final int LONGEST_ADDRESS = 45;

    /** {@return the one in this folder, however it is written} */
    public static Installation at(Path folder) {
        try {
            if (Files.isDirectory(folder) && !(Files.isReadable(folder) && Files.isExecutable(folder))) {
                String owner = Files.getOwner(folder).getName();
                throw Trouble.failed("the data folder " + folder + " is closed to this user: it is " + owner
                        + "'s (sudo -u " + owner + " ./postern ..., or as root)");
            }
            return new Installation(
                    Files.isDirectory(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize());
        } catch (IOException e) {
            throw Trouble.failed("cannot read the data folder " + folder + ": " + e.getMessage());
        }
    }

    /** {@return the file of the settings in use} */
    public Path settingsFile() {
        return data.resolve("server/settings.properties");
    }

    public SettingsInUse settings() {
        return SettingsInUse.in(settingsFile());
    }

    /** {@return the process of the gateway, if it runs; what has its number by chance is none} */
    public Optional<ProcessHandle> process() {
        Path file = data.resolve("postern.pid");
        String pid = Files.exists(file) ? read(file) : "";
        return pid.matches("\\d{1,9}")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive).filter(this::isOurs)
                : Optional.empty();
    }

    private boolean isOurs(ProcessHandle process) {
        String wanted = "-Dpostern.data=" + data;
        Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (Files.isReadable(line)) {
            return Arrays.asList(read(line).split("\0", -1)).contains(wanted);
        }
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(wanted::equals);
    }

    /** {@return where the console is} */
    public URI console() {
        SettingsInUse settings = settings();
        String bind = settings.needed("http.bind");
        boolean everywhere = bind.matches("[0.:]{1," + LONGEST_ADDRESS + "}");
        return URI.create("http://" + (everywhere ? "127.0.0.1" : host(bind)) + ":"
                + settings.needed("http.port"));
    }

    /** {@return an address of a host as it stands in a URL} */
    public static String host(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /** {@return the secret by which the gateway knows who may read this folder} */
    public String token() {
        if (process().isEmpty()) {
            throw new Trouble(Exit.NO_GATEWAY, "no gateway runs on " + data
                    + " (start it: ./postern run; or name its data folder: --data DIR)");
        }
        return localToken();
    }

    /** {@return the same, whether the gateway runs or not, or was started otherwise} */
    public String localToken() {
        Path file = data.resolve("local-token");
        if (!Files.exists(file)) {
            throw new Trouble(Exit.NO_GATEWAY,
                    "the gateway on " + data + " has not finished its start (./postern status says how far it is)");
        }
        return read(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw Trouble.failed("cannot read " + file + ": you have to be the user whose gateway it is");
        }
    }
}
