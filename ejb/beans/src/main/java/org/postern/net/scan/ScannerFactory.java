package org.postern.net.scan;

import org.postern.config.rule.ScannerAddress;
import org.postern.config.rule.ScannerRule;
import org.postern.metric.Meters;
import org.postern.scan.GuardedScanner;
import org.postern.scan.Scanner;
import org.postern.scan.Scanners;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** Makes scanners of what an operator has named. */
public final class ScannerFactory {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private ScannerFactory() {}

    /**
     * {@return the scanners of these rules, in their order, each guarded}
     *
     * @param threads for what is sent and received by HTTP
     * @param meters are told what an answer took
     */
    public static Scanners scanners(List<ScannerRule> rules, Executor threads, Meters meters) {
        LoggedWatch watch = new LoggedWatch(meters);
        List<GuardedScanner> all = rules.stream()
                .map(rule -> new GuardedScanner(scanner(rule, threads), rule, System::nanoTime, watch))
                .toList();
        return new Scanners(all, System::nanoTime);
    }

    /** {@return the scanner of this rule, not guarded yet} */
    static Scanner scanner(ScannerRule rule, Executor threads) {
        return switch (rule.kind()) {
            case CLAMD -> new Clamd(rule);
            case SPAMD -> new Spamd(rule);
            case MILTER -> new Milter(rule);
            case RSPAMD -> rspamd(rule, threads);
        };
    }

    private static Scanner rspamd(ScannerRule rule, Executor threads) {
        if (!(rule.address() instanceof ScannerAddress.Tcp server)) {
            throw new IllegalArgumentException("rspamd is spoken to by host:port alone");
        }
        return new Rspamd(rule, server, HttpClient.newBuilder()
                .executor(threads)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .build());
    }
}
