package org.postern.config.rule;

import org.postern.sentence.RefusedException;
import org.postern.sentence.Sentence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Hosts that share the mail of a route. Text form {@code a.example:25*3,b.example:25;c.example:25}: the first two are tried before the
 * third, and the first of them is asked three times as often first as the second.
 *
 * @param ranks hosts of equal rank together, the first to be tried at the front; no rank is empty
 */
public record SmartHosts(List<List<Host>> ranks) {
    private static final Sentence.Form NO_HOSTS = Sentence.form("notSmartHosts",
            "there are 1 to {0} smart hosts, and none is empty");
    private static final Sentence.Form TOO_LONG = Sentence.form("smartHostsTooLong",
            "smart hosts are written in at most {0} characters");
    private static final Sentence.Form NO_WEIGHT = Sentence.form("notAHostWeight",
            "a weight is 1 to {0}, not {1}");

    /** The most hosts of one route. */
    public static final int MOST = 20;
    /** The heaviest weight. */
    public static final int HEAVIEST = 1000;
    /** The longest text form, in characters. */
    public static final int LONGEST = 400;
    private static final int SMTP = 25;

    /**
     * One of them.
     *
     * @param name a name or an address, without brackets
     * @param port 1 to 65535
     * @param weight 1 to {@link #HEAVIEST}
     */
    public record Host(String name, int port, int weight) {
        @Override
        public String toString() {
            return HostPort.text(name, port) + (weight == 1 ? "" : "*" + weight);
        }
    }

    public SmartHosts {
        ranks = ranks.stream().map(List::copyOf).toList();
        int hosts = ranks.stream().mapToInt(List::size).sum();
        if (hosts < 1 || hosts > MOST || ranks.stream().anyMatch(List::isEmpty)) {
            throw NO_HOSTS.refused(MOST);
        }
    }

    /**
     * {@return the hosts with this text form}
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static SmartHosts parse(String text) {
        if (text.length() > LONGEST) {
            throw TOO_LONG.refused(LONGEST);
        }
        List<List<Host>> ranks = new ArrayList<>();
        for (String rank : text.split(";", -1)) {
            ranks.add(Arrays.stream(rank.split(",", -1)).map(host -> host(host.strip())).toList());
        }
        return new SmartHosts(ranks);
    }

    private static Host host(String text) {
        int star = text.indexOf('*');
        HostPort host = HostPort.parse(star < 0 ? text : text.substring(0, star), SMTP);
        return new Host(host.host(), host.port(), star < 0 ? 1 : weight(text.substring(star + 1)));
    }

    private static int weight(String text) {
        try {
            int weight = Integer.parseInt(text);
            if (weight >= 1 && weight <= HEAVIEST) {
                return weight;
            }
        } catch (NumberFormatException e) {
            throw (RefusedException) NO_WEIGHT.refused(HEAVIEST, text).initCause(e);
        }
        throw NO_WEIGHT.refused(HEAVIEST, text);
    }

    @Override
    public String toString() {
        StringJoiner all = new StringJoiner(";");
        for (List<Host> rank : ranks) {
            StringJoiner equal = new StringJoiner(",");
            rank.forEach(host -> equal.add(host.toString()));
            all.add(equal.toString());
        }
        return all.toString();
    }
}
