package org.postern.report.send;

import org.postern.report.ReportKind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A ledger that fails before what it does, if that is wanted. */
final class MemoryLedger implements ReportLedger {
    final Map<String, SentReport> reports = new TreeMap<>();
    LocalDate done = LocalDate.EPOCH;
    Runnable before = () -> {
    };
    private String owner = "";
    private Instant until = Instant.EPOCH;

    void clear() {
        reports.clear();
        done = LocalDate.EPOCH;
        owner = "";
        until = Instant.EPOCH;
    }

    @Override
    public boolean claim(String node, Instant now, Duration most) {
        before.run();
        if (!owner.equals(node) && until.isAfter(now)) {
            return false;
        }
        owner = node;
        until = now.plus(most);
        return true;
    }

    @Override
    public void release(String node, Instant now) {
        before.run();
        if (owner.equals(node)) {
            until = now;
        }
    }

    @Override
    public LocalDate done(ReportKind kind) {
        return done;
    }

    @Override
    public void done(ReportKind kind, LocalDate day) {
        before.run();
        done = day;
    }

    @Override
    public Map<String, SentReport> of(ReportKind kind, LocalDate day, List<String> domains) {
        return reports.values()
                .stream()
                .filter(one -> one.kind() == kind && one.day().equals(day) && domains.contains(one.domain()))
                .collect(Collectors.toMap(SentReport::domain, Function.identity()));
    }

    @Override
    public void note(SentReport report) {
        before.run();
        reports.put(report.kind() + " " + report.day() + " " + report.domain(), report);
    }

    @Override
    public List<SentReport> in(SentReport.State state, int most) {
        return reports.values().stream().filter(one -> one.state() == state).limit(most).toList();
    }

    @Override
    public List<SentReport> list(ReportKind kind, LocalDate day, String after, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int forget(LocalDate first) {
        throw new UnsupportedOperationException();
    }
}
