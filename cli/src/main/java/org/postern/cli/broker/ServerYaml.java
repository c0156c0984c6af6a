package org.postern.cli.broker;

import org.postern.cli.client.SettingsInUse;
import org.postern.cli.client.Trouble;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What WildFly has to know of brokers elsewhere, as changes of its configuration in its YAML form. User and password stay expressions. */
public final class ServerYaml {
    private static final String FILE = "server/broker.yaml";
    /** Where the gateway looks for them, too. */
    private static final String AUTHORITIES = "server/broker-authorities.p12";
    private static final String SEAL = "postern";

    private ServerYaml() {}

    /**
     * Writes it into a data folder, if the settings name brokers; with them the authorities that are believed there.
     *
     * @return where it is; empty where the broker is inside
     */
    public static Optional<Path> written(Path data, SettingsInUse settings) {
        List<BrokerAddress> hosts = BrokerAddress.list(settings.of("broker.hosts").orElse(""));
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<String, String> tls = settings.of("broker.tls").filter("true"::equals).isPresent()
                    ? tls(settings.of("broker.authorities").filter(name -> !name.isBlank()).map(Path::of),
                            data.resolve(AUTHORITIES))
                    : Map.of();
            return Optional.of(Files.writeString(data.resolve(FILE), text(hosts, tls)));
        } catch (GeneralSecurityException e) {
            throw Trouble.failed("broker.authorities: cannot be read as certificates (PEM): " + e.getMessage());
        } catch (IOException e) {
            throw Trouble.failed("cannot write what the server has to know of its brokers: " + e.getMessage());
        }
    }

    private static Map<String, String> tls(Optional<Path> authorities, Path store)
            throws IOException, GeneralSecurityException {
        if (authorities.isEmpty()) {
            return Map.of("sslEnabled", "true");
        }
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        try (InputStream in = Files.newInputStream(authorities.get())) {
            for (Certificate one : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                believed.setCertificateEntry("authority" + believed.size(), one);
            }
        }
        try (OutputStream out = Files.newOutputStream(store)) {
            believed.store(out, SEAL.toCharArray());
        }
        return Map.of("sslEnabled", "true", "trustStorePath", "\"" + store + "\"", "trustStorePassword", SEAL);
    }

    /** {@return the text for these brokers} */
    static String text(List<BrokerAddress> hosts, Map<String, String> tls) {
        String parameters = tls.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> ", " + one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining());
        List<String> names = IntStream.rangeClosed(1, hosts.size()).mapToObj(ServerYaml::name).toList();
        return Template.named("server.yaml")
                .with("FACTORIES", factories(names))
                .with("SOCKETS", lines(hosts.size(), number -> "        " + name(number) + ": {host: \""
                        + hosts.get(number - 1).host() + "\", port: " + hosts.get(number - 1).port() + "}"))
                .with("CONNECTORS", lines(hosts.size(), number -> "        " + name(number) + ": {socket-binding: "
                        + name(number) + ", params: {connect-timeout-millis: 3000" + parameters + "}}"))
                .with("NAMES", String.join(", ", names))
                .with("COMMON", Template.named("common.yaml").text().stripTrailing())
                .with("QUEUES", Template.forEachQueue(queue -> "        " + queue
                        + ": {enable-amq1-prefix: false, entries: [java:/jms/queue/" + queue + "]}"))
                .text();
    }

    /** One that leads to any of them, and, where there are several, one to each alone. */
    private static String factories(List<String> names) {
        String any = factory("postern-local", "java:/JmsLocal", String.join(", ", names));
        return names.size() < 2
                ? any
                : any + "\n"
                        + lines(names.size(), number -> factory("postern-local-" + number, "java:/JmsLocal-" + number,
                                name(number)));
    }

    private static String factory(String name, String entry, String connectors) {
        return Template.named("factory.yaml")
                .with("FACTORY", name)
                .with("ENTRY", entry)
                .with("NAMES", connectors)
                .text()
                .stripTrailing();
    }

    private static String lines(int count, Function<Integer, String> line) {
        return IntStream.rangeClosed(1, count).boxed().map(line).collect(Collectors.joining("\n"));
    }

    private static String name(int number) {
        return "postern-broker-" + number;
    }
}
