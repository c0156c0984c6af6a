package org.postern.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** How a {@link Gateway} is to be set up. Ports are free ones, the data folder is its own, the name server is always given. */
public final class GatewayPlan {
    private static final Path GATEWAYS = Path.of(System.getProperty("postern.root"), "src-it", "target", "gateways");

    private final WorkFolder folder;
    private final List<String> options = new ArrayList<>();
    private String configuration = "";
    private String dns = "127.0.0.1:1";
    private Path data;
    private Path checkout = Path.of(System.getProperty("postern.root"));
    private List<String> before = List.of();

    GatewayPlan(String name) {
        folder = WorkFolder.in(GATEWAYS, name + "-");
        data = folder.path().resolve("data");
    }

    /** The TOML file, but for the table {@code [gateway]}, which the plan writes. */
    public GatewayPlan configuration(String toml) {
        configuration = toml;
        return this;
    }

    /** The name server to ask. Without one, every look-up fails. */
    public GatewayPlan dns(TestDns server) {
        dns = server.address();
        return this;
    }

    /** A setting given on the command line. */
    public GatewayPlan set(String key, String value) {
        return option("--set", key + "=" + value);
    }

    /** A secret, given in a file that its owner alone can read. */
    public GatewayPlan secret(String key, String value) {
        Path file = folder.path().resolve(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, value + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set(key, "@" + file);
    }

    /** Options of {@code ./postern run}. */
    public GatewayPlan option(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    /** A data folder of one's own, such as one on a small disk. */
    public GatewayPlan data(Path place) {
        data = place;
        return this;
    }

    /** Another checkout of the gateway, built, to be started instead of this one. */
    public GatewayPlan checkout(Path folder) {
        checkout = folder;
        return this;
    }

    /** Words before the command that starts the gateway. */
    public GatewayPlan startedBy(List<String> words) {
        before = words;
        return this;
    }

    /** Leaves the processor to the gateways of other tests where these want it. */
    public GatewayPlan behindOthers() {
        return startedBy(List.of("nice", "-n", "10"));
    }

    /** {@return the gateway, running and ready} */
    public Gateway start() {
        Gateway gateway = prepare();
        try {
            gateway.start();
        } catch (AssertionError notReady) {
            gateway.close();
            throw notReady;
        }
        return gateway;
    }

    /** {@return the gateway, not started} */
    public Gateway prepare() {
        Path file = folder.path().resolve("postern.toml");
        try {
            Files.writeString(file, "[gateway]\nname = \"gateway.example\"\ndns = [\"" + dns + "\"]\n" + configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        options.addAll(List.of("--config", file.toString()));
        return new Gateway(folder, data, checkout.resolve("postern"), before, options);
    }
}
