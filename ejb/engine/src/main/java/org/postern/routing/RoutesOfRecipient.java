package org.postern.routing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The routes that name the same recipients, told apart by sender and listener. Each is known by its place in the table. */
final class RoutesOfRecipient {
    private static final String ANY = "*";

    private final Map<String, Map<String, Integer>> bySenderOfListener = new HashMap<>();
    private boolean namesSenders;

    void add(RoutePattern pattern, int place) {
        String sender = pattern.senderKey().orElse(ANY);
        namesSenders |= pattern.sender().isPresent();
        bySenderOfListener.computeIfAbsent(pattern.listener().orElse(ANY), l -> new HashMap<>())
                .putIfAbsent(sender, place);
    }

    /** {@return the place of the first that matches; {@code none} if there is no such} */
    int first(Passage passage, int none) {
        int first = first(bySenderOfListener.get(ANY), passage, none);
        return passage.listener()
                .map(listener -> Math.min(first, first(bySenderOfListener.get(listener), passage, none)))
                .orElse(first);
    }

    private int first(Map<String, Integer> bySender, Passage passage, int none) {
        if (bySender == null) {
            return none;
        }
        int first = bySender.getOrDefault(ANY, none);
        if (namesSenders) {
            for (String key : senderKeys(passage)) {
                first = Math.min(first, bySender.getOrDefault(key, none));
            }
        }
        return first;
    }

    private static List<String> senderKeys(Passage passage) {
        return passage.sender()
                .mailbox()
                .map(sender -> AddressKeys.matching(sender, Subaddress.NONE))
                .orElse(List.of(AddressKeys.NO_SENDER));
    }
}
