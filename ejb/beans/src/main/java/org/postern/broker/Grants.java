package org.postern.broker;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * What the roles of accounts may do at which address, by the security settings of the broker in this server. Asked for at each submission, and read from the server's management at most
 * every ten seconds, so that what is changed there counts so much later. Safe for many threads.
 */
@Singleton
public class Grants {
    private static final String SETTINGS = "jboss.as:subsystem=messaging-activemq,server=default,security-setting=*,role=*";

    private static final Duration FRESH = Duration.ofSeconds(10);
    /** Of so many addresses the answer is remembered; applications write them. */
    private static final int MOST = 1_000;

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final InstantSource clock;
    private volatile Read last = new Read(Instant.EPOCH, List.of(), Map.of());

    @Inject
    public Grants(InstantSource clock) {
        this.clock = clock;
    }

    /** What was read at a time, and the writers of the addresses that were asked for since. */
    private record Read(Instant at, List<Grant> grants, Map<String, SortedSet<String>> writers) {
        boolean isFresh(Instant now) {
            return !grants.isEmpty() && now.isBefore(at.plus(FRESH)) && !now.isBefore(at);
        }

        SortedSet<String> writers(String address) {
            SortedSet<String> known = writers.get(address);
            if (known != null) {
                return known;
            }
            SortedSet<String> found = Collections.unmodifiableSortedSet(roles(address, grants, Grant::send));
            if (writers.size() < MOST) {
                writers.put(address, found);
            }
            return found;
        }
    }

    /**
     * What a role may do with addresses.
     *
     * @param match the addresses, where {@code *} is one word and {@code #} any number
     */
    record Grant(String match, String role, boolean send, boolean consume) {
        /** {@return whether the pattern is about this address} */
        boolean isAbout(String address) {
            String expression = Stream.of(match.split("\\.", -1))
                    .map(word -> switch (word) {
                        case "#" -> ".*";
                        case "*" -> "[^.]+";
                        default -> Pattern.quote(word);
                    })
                    .reduce((a, b) -> a + "\\." + b)
                    .orElse("");
            return address.matches(expression) || (match.endsWith(".#")
                    && address.equals(match.substring(0, match.length() - 2)));
        }
    }

    /** {@return the roles that may read what is sent to this address} */
    public SortedSet<String> readers(String address) {
        return roles(address, read().grants(), Grant::consume);
    }

    /** {@return the roles that may send to this address; none where the broker is not within this server} */
    public SortedSet<String> writers(String address) {
        return read().writers(address);
    }

    /** Several that read at once read the same. What could not be read is asked for again. */
    private Read read() {
        Instant now = clock.instant();
        Read known = last;
        if (known.isFresh(now)) {
            return known;
        }
        Read read = new Read(now, all(), new ConcurrentHashMap<>());
        last = read;
        return read;
    }

    /** Of several settings that match, the most exact alone counts. */
    static SortedSet<String> roles(String address, List<Grant> grants, Predicate<Grant> may) {
        Optional<String> exact = grants.stream()
                .filter(grant -> grant.isAbout(address))
                .map(Grant::match)
                .max(Comparator.comparingInt(match -> match.replaceAll("[#*]", "").length()));
        return grants.stream()
                .filter(grant -> exact.filter(grant.match()::equals).isPresent() && may.test(grant))
                .map(Grant::role)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Grant> all() {
        List<Grant> all = new ArrayList<>();
        try {
            for (ObjectName bean : server.queryNames(new ObjectName(SETTINGS), null)) {
                all.add(new Grant(key(bean, "security-setting"), key(bean, "role"), is(bean, "send"),
                        is(bean, "consume")));
            }
        } catch (JMException unknown) {
            return List.of(); // what is not known gives nobody anything
        }
        return all;
    }

    private boolean is(ObjectName bean, String attribute) throws JMException {
        return Boolean.TRUE.equals(server.getAttribute(bean, attribute));
    }

    private static String key(ObjectName bean, String key) {
        String value = bean.getKeyProperty(key);
        return value.startsWith("\"") ? ObjectName.unquote(value) : value;
    }
}
