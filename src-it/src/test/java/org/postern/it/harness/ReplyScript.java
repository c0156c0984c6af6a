package org.postern.it.harness;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a {@link RecordingServer} says other than yes. */
final class ReplyScript {
    private record Rule(String prefix, Deque<String> next, Optional<String> always) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();

    /** The next commands that start so are answered by these replies, one each. */
    synchronized void once(String prefix, String... replies) {
        rules.add(new Rule(prefix.toUpperCase(Locale.ROOT), new ArrayDeque<>(List.of(replies)), Optional.empty()));
    }

    /** All commands that start so are answered by this reply, from now on. */
    synchronized void always(String prefix, String reply) {
        rules.add(new Rule(prefix.toUpperCase(Locale.ROOT), new ArrayDeque<>(), Optional.of(reply)));
    }

    synchronized void clear() {
        rules.clear();
    }

    /** Keeps a command of a client. */
    synchronized void hear(String command) {
        heard.add(command);
    }

    /** {@return the commands so far that start so, as they came} */
    synchronized List<String> heard(String prefix) {
        return heard.stream().filter(command -> command.regionMatches(true, 0, prefix, 0, prefix.length())).toList();
    }

    /** {@return what the first rule that matches has to say} */
    synchronized Optional<String> reply(String command) {
        String upper = command.toUpperCase(Locale.ROOT);
        for (Rule rule : rules) {
            if (upper.startsWith(rule.prefix())) {
                Optional<String> reply = Optional.ofNullable(rule.next().poll()).or(rule::always);
                if (reply.isPresent()) {
                    return reply;
                }
            }
        }
        return Optional.empty();
    }
}
