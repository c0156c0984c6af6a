package org.postern.it.strangers;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** The replies that clients of one kind got, counted. Names of sessions and messages do not make them different. */
final class Heard {
    private static final Pattern NAMES = Pattern.compile(" ?\\[ref [^]]*]|(?<=queued as )\\S+");
    private static final int LONGEST = 90;
    /** More kinds of replies than this are one. */
    private static final int MOST = 200;
    private static final String OTHERS = "(others)";

    private final Map<String, LongAdder> times = new ConcurrentHashMap<>();

    /** What was heard how often. */
    record Count(String reply, long times) {}

    void count(String reply) {
        String line = NAMES.matcher(reply.lines().reduce((first, last) -> last).orElse(reply)).replaceAll("");
        String kind = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        String known = times.containsKey(kind) || times.size() < MOST ? kind : OTHERS;
        times.computeIfAbsent(known, kindOfReply -> new LongAdder()).increment();
    }

    /** {@return all of it, the most frequent first} */
    List<Count> counts() {
        return times.entrySet()
                .stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue().sum()))
                .sorted(Comparator.comparingLong(Count::times).reversed())
                .toList();
    }
}
