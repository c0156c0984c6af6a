package org.postern.broker;

import jakarta.inject.Singleton;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the roles of accounts may do at which address, by the security settings of the broker in this server. */
@Singleton
public class Grants {
    private static final String SETTINGS = "jboss.as:subsystem=messaging-activemq,server=default,security-setting=*,role=*";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

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
        return roles(address, all(), Grant::consume);
    }

    /** {@return the roles that may send to this address; none where the broker is not within this server} */
    public SortedSet<String> writers(String address) {
        return roles(address, all(), Grant::send);
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
