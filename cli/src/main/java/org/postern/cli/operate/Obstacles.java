package org.postern.cli.operate;

import org.postern.cli.client.SettingsInUse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What would keep a gateway with these settings from running, or from running as they say: looked for before anything of it is started, within two seconds, and told in a line each, with
 * what to do. What is not found here the server tells.
 */
final class Obstacles {
    private static final List<String> LISTENERS = List.of("mx", "submission", "submissions", "lmtp", "internal");
    private static final List<String> FILES = List.of("broker.authorities", "tls.certificate", "tls.key",
            "tls.keystore",
            "tls.client-authorities", "delivery.tls-authorities", "http.oidc.authorities");
    private static final String FOLDER = "tls.folder";
    private static final Pattern POSTGRESQL = Pattern
            .compile("jdbc:postgresql://(\\[[^]]*]|[^/:,?]+)(?::(\\d+))?(?:[/?].*)?");
    private static final int POSTGRESQL_PORT = 5432;
    private static final int PATIENCE = 1500;
    private static final int FIRST_OF_ALL = 1024;

    private final SettingsInUse settings;
    private final List<String> found = new ArrayList<>();

    private Obstacles(SettingsInUse settings) {
        this.settings = settings;
    }

    /** {@return which of the files that the settings name cannot be read; none where all can} */
    static List<String> inFiles(SettingsInUse settings) {
        Obstacles obstacles = new Obstacles(settings);
        obstacles.files();
        return obstacles.found;
    }

    /** {@return all that is in the way on this machine; none where nothing is} */
    static List<String> here(SettingsInUse settings) {
        Obstacles obstacles = new Obstacles(settings);
        obstacles.files();
        obstacles.ports();
        obstacles.database();
        return obstacles.found;
    }

    private void files() {
        FILES.forEach(key -> file(key, Files::isRegularFile, "file"));
        file(FOLDER, Files::isDirectory, "folder");
    }

    private void file(String key, Predicate<Path> isSuch, String such) {
        given(key).map(Path::of).ifPresent(path -> {
            if (!isSuch.test(path)) {
                found.add(key + ": there is no " + such + " " + path.toAbsolutePath()
                        + ": put it there, or mend the setting");
            } else if (!Files.isReadable(path)) {
                found.add(key + ": " + path.toAbsolutePath() + " cannot be read by this user: let it (chmod, chown)");
            }
        });
    }

    private Optional<String> given(String key) {
        return settings.of(key).map(String::strip).filter(text -> !text.isEmpty());
    }

    private void ports() {
        Map<String, String> taken = new LinkedHashMap<>();
        for (String name : LISTENERS) {
            port("listener." + name + ".port", settings.needed("listener." + name + ".bind"), taken);
        }
        port("http.port", settings.needed("http.bind"), taken);
        port("management.port", "127.0.0.1", taken);
        port("applications.port", settings.needed("applications.bind"), taken);
        port("metrics.port", settings.needed("metrics.bind"), taken);
    }

    private void port(String key, String address, Map<String, String> taken) {
        int port = Integer.parseInt(settings.needed(key));
        if (port == 0) {
            return;
        }
        Optional<String> other = Optional.ofNullable(taken.putIfAbsent(address + " " + port, key));
        if (other.isPresent()) {
            found.add(key + " and " + other.get() + " are both " + port + " at " + address
                    + ": give one of them another port");
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port), 1);
        } catch (IOException e) {
            found.add(key + ": " + whyNot(e, address, port));
        }
    }

    private static String whyNot(IOException fault, String address, int port) {
        String words = String.valueOf(fault.getMessage());
        if (words.contains("in use")) {
            return "something else listens on port " + port + " of " + address
                    + ": stop it, or choose another port";
        }
        if (words.contains("Permission denied") && port < FIRST_OF_ALL) {
            return "this user may not listen on port " + port + ", as on none below " + FIRST_OF_ALL
                    + ": choose another port and lead this one there, or let it (sysctl net.ipv4.ip_unprivileged_port_start="
                    + port
                    + ")";
        }
        if (words.contains("Cannot assign")) {
            return "this machine has no address " + address + ": mend the setting beside it that ends in bind";
        }
        return "cannot listen on port " + port + " of " + address + ": " + words;
    }

    private void database() {
        if (!settings.of("db.driver").filter("postgresql"::equals).isPresent()) {
            return;
        }
        Matcher url = POSTGRESQL.matcher(given("db.url").orElse(""));
        if (!url.matches()) {
            return; // several hosts, or a form that the driver knows
        }
        int port = url.group(2) == null ? POSTGRESQL_PORT : Integer.parseInt(url.group(2));
        String host = url.group(1);
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), PATIENCE);
        } catch (UnknownHostException e) {
            found.add("db.url: nobody knows the host " + host + ": mend the address");
        } catch (SocketTimeoutException e) {
            found.add("db.url: the database at " + host + " port " + port
                    + " does not answer: start it, or see to the network between");
        } catch (IOException e) {
            found.add("db.url: the database at " + host + " port " + port + " cannot be reached ("
                    + e.getMessage() + "): start it, or mend the address");
        }
    }
}
