package org.postern.auth.spf;

import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The public suite of RFC 7208, its cases by the zone that they are to be tried against. */
public final class SpfSuite {
    private static final String FILE = "spf-rfc7208-tests.yml";
    private static final String NOT_IN_THE_DNS = "NONE";

    private SpfSuite() {}

    /** Cases that share one zone. */
    public record Scenario(String name, List<Case> cases, Zone zone) {}

    /**
     * @param outcomes those that are right, in words, the one that is preferred first
     * @param explanation empty where the suite does not say
     */
    public record Case(String name, SpfQuestion question, List<String> outcomes, Optional<String> explanation) {
        /** {@return whether this is what the suite expects; no explanation is its word DEFAULT} */
        public boolean allows(SpfResult result) {
            return outcomes.contains(result.outcome().word())
                    && explanation.map(result.explanation().orElse("DEFAULT")::equals).orElse(true);
        }
    }

    public static List<Scenario> read() {
        List<Scenario> scenarios = new ArrayList<>();
        try (InputStream file = SpfSuite.class.getResourceAsStream(FILE)) {
            for (Object document : new Yaml().loadAll(file)) {
                scenarios.add(scenario((Map<?, ?>) document));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scenarios;
    }

    private static Scenario scenario(Map<?, ?> document) {
        List<Case> cases = new ArrayList<>();
        ((Map<?, ?>) document.get("tests"))
                .forEach((name, test) -> cases.add(oneCase((String) name, (Map<?, ?>) test)));
        Zone zone = new Zone();
        ((Map<?, ?>) document.get("zonedata")).forEach((name, entries) -> fill(zone, (String) name, (List<?>) entries));
        return new Scenario((String) document.get("description"), cases, zone);
    }

    private static Case oneCase(String name, Map<?, ?> test) {
        String sender = (String) test.get("mailfrom");
        String helo = (String) test.get("helo");
        int at = sender.lastIndexOf('@');
        SpfQuestion question = new SpfQuestion(SpfIdentity.MAIL_FROM, InetAddress.ofLiteral((String) test.get("host")),
                helo, sender.substring(0, Math.max(at, 0)), sender.isEmpty() ? helo : sender.substring(at + 1));
        List<String> outcomes = strings(test.get("result")).toList();
        return new Case(name, question, outcomes, Optional.ofNullable((String) test.get("explanation")));
    }

    /** A name with an SPF record and no TXT has the same text as TXT, so the suite wants it. */
    private static void fill(Zone zone, String name, List<?> entries) {
        boolean texts = entries.stream().anyMatch(entry -> entry instanceof Map<?, ?> map && map.containsKey("TXT"));
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?> map) {
                map.forEach((type, value) -> {
                    String[] values = strings(value).toArray(String[]::new);
                    boolean spf = type.equals("SPF");
                    if (!(spf && texts) && !(values.length == 1 && values[0].equals(NOT_IN_THE_DNS))) {
                        zone.knows(name, spf ? "TXT" : (String) type, values);
                    }
                });
            } else {
                zone.knows(name, (String) entry);
            }
        }
    }

    private static Stream<String> strings(Object value) {
        return value instanceof List<?> list ? list.stream().map(Object::toString) : Stream.of(value.toString());
    }
}
