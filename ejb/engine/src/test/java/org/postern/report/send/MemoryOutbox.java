package org.postern.report.send;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An outbox that fails before what it does, if that is wanted, and forgets what was delivered. */
final class MemoryOutbox implements Outbox {
    final Map<String, String> held = new LinkedHashMap<>();
    final Set<String> gone = new LinkedHashSet<>();
    final List<String> addresses = new ArrayList<>();
    final List<String> delivered = new ArrayList<>();
    Runnable before = () -> {
    };

    void clear() {
        held.clear();
        gone.clear();
        delivered.clear();
    }

    private static String key(SentReport report, int number) {
        return report.day() + " " + report.domain() + " " + number;
    }

    @Override
    public void hold(SentReport report, int number, ReportLetter letter, Instant now) {
        before.run();
        if (!gone.contains(key(report, number))) {
            held.putIfAbsent(key(report, number), letter.to().toString());
        }
    }

    @Override
    public void clear(SentReport report) {
        before.run();
        held.keySet().removeIf(key -> key.startsWith(report.day() + " " + report.domain() + " "));
    }

    @Override
    public void letGo(SentReport report, Instant now) {
        before.run();
        for (int i = 0; i < report.letters(); i++) {
            String to = held.remove(key(report, i));
            if (to != null) {
                gone.add(key(report, i));
                addresses.add(to);
            }
        }
    }

    /** What goes on is known here no more. */
    void deliver() {
        delivered.addAll(gone);
        gone.clear();
    }
}
