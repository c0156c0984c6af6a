package org.postern.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.postern.it.harness.Await;
import org.postern.it.harness.CountingSink;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SmtpSource;

import java.io.IOException;
import java.time.Duration;

/** With a trusted network and a smart host in its file, the gateway stands between Postfix's own test client and test server. */
@EnabledIf(value = "org.postern.it.harness.SmtpSource#isInstalled", disabledReason = "Postfix is not installed")
class RelaysForTrustedNetworksThroughASmartHostIT {
    private static final int MESSAGES = 500;
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Test
    void whatSmtpSourceSendsSmtpSinkReceives() throws IOException, InterruptedException {
        try (CountingSink sink = new CountingSink(); Gateway gateway = Gateway.plan("smarthost").configuration("""
                [networks]
                trusted = ["127.0.0.0/8"]
                [[route]]
                recipient = "*"
                to = "host:127.0.0.1:%d"
                """.formatted(sink.port())).start()) {
            new SmtpSource(10, MESSAGES, 4096, true).run(gateway.smtp(), LIMIT);
            new SmtpSource(10, MESSAGES, 4096, false).run(gateway.smtp(), LIMIT);
            Await.until("all messages have reached smtp-sink", LIMIT, () -> sink.count() >= 2 * MESSAGES);
            assertThat(sink.count()).isEqualTo(2 * MESSAGES);
        }
    }
}
