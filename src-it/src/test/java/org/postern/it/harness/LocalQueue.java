package org.postern.it.harness;

import org.postern.cli.Postern;
import org.postern.cli.verb.Surroundings;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an operator does with {@code ./postern queue} and its neighbours, by the same program, but without a process for each command. What is asked for is
 * given by names and values in turn.
 */
public final class LocalQueue {
    /** What stands in a command by itself, and not behind an option of its name. */
    private static final Set<String> THINGS = Set.of("id", "key", "value", "address", "version", "selector");
    private static final Map<String, Set<String>> THINGS_OF = Map.of("queue", Set.of("destination"), "dkim",
            Set.of("domain"), "reports", Set.of("domain"));
    private static final Set<String> ABOUT_ONE_DESTINATION = Set.of("pause", "resume", "flush", "limit");
    private static final Set<String> SWITCHES = Set.of("all", "closed", "now");

    private final Gateway gateway;
    private final String what;

    public LocalQueue(Gateway gateway) {
        this(gateway, "queue");
    }

    /** For another noun of the command line. */
    public LocalQueue(Gateway gateway, String what) {
        this.gateway = gateway;
        this.what = what;
    }

    /** {@return what is said with {@code ./postern route} and {@code alias}} */
    public static LocalQueue ofRoutes(Gateway gateway) {
        return new LocalQueue(gateway, "route");
    }

    /** {@return what is said with {@code ./postern list}: whom people allow and block} */
    public static LocalQueue ofLists(Gateway gateway) {
        return new LocalQueue(gateway, "list");
    }

    /** {@return what is said with {@code ./postern rule}} */
    public static LocalQueue ofRules(Gateway gateway) {
        return new LocalQueue(gateway, "rule");
    }

    /** {@return what is said with {@code ./postern reports}} */
    public static LocalQueue ofReports(Gateway gateway) {
        return new LocalQueue(gateway, "reports");
    }

    /** {@return what is said with {@code ./postern dkim}} */
    public static LocalQueue ofKeys(Gateway gateway) {
        return new LocalQueue(gateway, "dkim");
    }

    /** {@return the lines of the answer, each as its words} Names and values in turn. */
    public List<List<String>> ask(String action, String... namesAndValues) {
        List<String> pairs = new ArrayList<>(List.of(namesAndValues));
        List<String> command = new ArrayList<>(List.of(what));
        if (what.equals("list")) {
            command.add(taken("list", pairs));
        }
        String account = pairs.contains("by") ? taken("by", pairs) : "tester";
        switch (action) {
            case "alias" -> command = new ArrayList<>(List.of("alias", "set"));
            case "unalias" -> command = new ArrayList<>(List.of("alias", "delete"));
            case "aliases" -> command = new ArrayList<>(List.of("alias", "list"));
            default -> command.add(action);
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            command.addAll(words(action, pairs.get(i), pairs.get(i + 1)));
        }
        return say(account, command).lines().map(line -> Arrays.asList(line.split("\t", -1))).toList();
    }

    private static String taken(String name, List<String> pairs) {
        int place = pairs.indexOf(name);
        pairs.remove(place);
        return pairs.remove(place);
    }

    private List<String> words(String action, String name, String value) {
        if (what.equals("rule") && Set.of("add", "change").contains(action) && !name.equals("id")) {
            return List.of(name + "=" + value);
        }
        boolean thing = THINGS.contains(name) || (THINGS_OF.getOrDefault(what, Set.of()).contains(name)
                && (!name.equals("destination") || ABOUT_ONE_DESTINATION.contains(action)));
        if (thing) {
            return List.of(value);
        }
        if (SWITCHES.contains(name)) {
            return List.of("--" + name);
        }
        return value.isEmpty() && !name.equals("sender") ? List.of() : List.of("--" + name + "=" + value);
    }

    private String say(String account, List<String> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings around = new Surroundings(InputStream.nullInputStream(), stream(out), stream(err), false, account,
                Map.of("POSTERN_DATA", gateway.data().toString()));
        int status = Postern.run(around, command.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(status + " " + err.toString(StandardCharsets.UTF_8)
                    + out.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream octets) {
        return new PrintStream(octets, true, StandardCharsets.UTF_8);
    }

    /** Does something and {@return the operation's last line}, when it has ended: id, state, total, done, passed, failed. */
    public List<String> operate(String action, String... namesAndValues) {
        return ask(action, namesAndValues).getLast();
    }

    /** {@return the report on today's TLS sessions with the servers of a domain, in JSON} */
    public String tlsReport(String domain) {
        return say("tester", List.of("reports", "tls-report", domain));
    }
}
