package org.postern.delivery.gate;

import org.postern.routing.Destination;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Names a door of the {@link DestinationGate}: the set of hosts behind it, however many domains lead there.
 *
 * @param text what people are shown: the names of the hosts, sorted, with a port where it is not the usual one; or the text form of
 *        a destination whose hosts are not known
 */
public record DoorKey(String text) {
    /** A longer text is cut, and told from others by a number. */
    private static final int LONGEST = 200;

    /** {@return the key of a destination whose hosts are not known yet} */
    public static DoorKey ofName(Destination destination) {
        return new DoorKey(bounded(destination.toString()));
    }

    /** {@return the key of these hosts, at least one, in any order and case} */
    static DoorKey ofHosts(Collection<String> hosts) {
        String text = hosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(host -> host.endsWith(".") ? host.substring(0, host.length() - 1) : host)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return new DoorKey(bounded(text));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… #" + Integer.toHexString(text.hashCode());
    }

    @Override
    public String toString() {
        return text;
    }
}
