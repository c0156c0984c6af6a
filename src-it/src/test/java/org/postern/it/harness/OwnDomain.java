package org.postern.it.harness;

import java.time.Duration;
import java.util.List;

/** A domain in whose name a gateway signs. */
public final class OwnDomain {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private OwnDomain() {}

    /** Makes keys, publishes them, and has the gateway sign with them, which it does on return. */
    public static void sign(Gateway gateway, TestDns dns, String domain) {
        LocalQueue keys = LocalQueue.ofKeys(gateway);
        for (List<String> key : keys.ask("make", "domain", domain)) {
            if (key.size() > 8) {
                dns.txt(key.get(6), key.get(8).replace("\" \"", "").replace("\"", ""));
            }
        }
        keys.ask("switch", "domain", domain);
        LocalQueue reports = LocalQueue.ofReports(gateway);
        Await.until("the gateway signs for " + domain, LIMIT,
                () -> !reports.ask("send", "domain", "probe.invalid", "day", "2000-01-01").toString().contains("late"));
    }
}
