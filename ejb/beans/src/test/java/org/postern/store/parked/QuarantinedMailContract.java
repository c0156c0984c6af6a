package org.postern.store.parked;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.queue.ParkedMessage.Reason.QUARANTINED;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Assessment;
import org.postern.assessment.QuarantineKind;
import org.postern.assessment.Symbol;
import org.postern.queue.ParkedFilter;
import org.postern.queue.ParkedMessage;
import org.postern.queue.ParkedMessages;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.QuarantineFilter;
import org.postern.queue.WaitingMail;
import org.postern.receiver.Reason;

import java.util.List;
import java.util.Optional;

/** How mail in quarantine is found. */
interface QuarantinedMailContract {
    ParkedMessages parked();

    WaitingMail waiting();

    @Test
    default void findsMailInQuarantineByWhyItIsThereAndByWhatPeopleReadOfIt() {
        byte[] pills = "From: =?utf-8?q?Ann?= <ann@one.example>\r\nSubject: =?utf-8?q?Cheap?= Pills\r\n\r\nx\r\n"
                .getBytes(US_ASCII);
        parked().park(quarantined("pills", pills, Symbol.noted("A", ""), "score"));
        parked().park(quarantined("file", "x\r\n".getBytes(US_ASCII), new Symbol("FILE_PROGRAM", 4, "a.exe"), "score"));
        parked().park(quarantined("dmarc", "y\r\n".getBytes(US_ASCII), Symbol.noted("A", ""), "dmarc"));
        parked().park(quarantined("rule", "z\r\n".getBytes(US_ASCII), Symbol.noted("A", ""), "invoices"));
        parked().park(Parked.of("no").held().build());
        assertThat(quarantine(QuarantineFilter.all())).containsExactly("dmarc", "file", "pills", "rule");
        assertThat(quarantine(QuarantineFilter.of(QuarantineKind.SPAM))).containsExactly("pills");
        assertThat(quarantine(QuarantineFilter.of(QuarantineKind.MALWARE))).containsExactly("file");
        assertThat(quarantine(QuarantineFilter.of(QuarantineKind.POLICY))).containsExactly("dmarc");
        assertThat(quarantine(QuarantineFilter.of(QuarantineKind.RULE))).containsExactly("rule");
        assertThat(quarantine(new QuarantineFilter(Optional.empty(), "cheap pills"))).containsExactly("pills");
        assertThat(quarantine(new QuarantineFilter(Optional.empty(), "ANN@"))).containsExactly("pills");
        assertThat(quarantine(new QuarantineFilter(Optional.empty(), "by file"))).containsExactly("file");
        assertThat(quarantine(new QuarantineFilter(Optional.empty(), "100%_"))).isEmpty();
        assertThat(waiting().octets(ParkedFilter.everything().waitingFor(QUARANTINED))).isEqualTo(pills.length + 9L);
        assertThat(waiting().list(ParkedQuery.first(1)
                .of(ParkedFilter.everything()
                        .inQuarantine(
                                QuarantineFilter.of(QuarantineKind.MALWARE))))
                .getFirst()
                .quarantined()
                .orElseThrow()
                .score())
                .isEqualTo(4);
    }

    private List<String> quarantine(QuarantineFilter filter) {
        return waiting().list(ParkedQuery.first(10).of(ParkedFilter.everything().inQuarantine(filter)))
                .stream()
                .map(ParkedSummary::key)
                .toList();
    }

    private static ParkedMessage quarantined(String key, byte[] content, Symbol symbol, String rule) {
        ParkedMessage message = Parked.of(key).held().reason(QUARANTINED).content(content).reply("by " + key).build();
        return new ParkedMessage(key,
                message.mail().assessed(new Assessment(List.of(symbol), Reason.NONE.by(rule))),
                message.reason(), message.due(), message.queue(), message.lastReply());
    }
}
