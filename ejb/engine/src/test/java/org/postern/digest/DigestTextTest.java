package org.postern.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.QuarantineKind;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;

import java.net.URI;
import java.time.Instant;
import java.util.List;

class DigestTextTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static DigestText text(String subject, String author, long more) {
        Digest.Line line = new Digest.Line(QuarantineKind.SPAM, subject, author, NOON, "TOKEN");
        return new DigestText(new Digest(new Mailbox("bob", new Domain("two.example")), NOON, List.of(line), more,
                URI.create("https://q.example/mail"), NOON), new Domain("gateway.example"));
    }

    @Test
    void tellsEachMessageWithItsTwoLinks() {
        DigestText text = text("Cheap pills", "Ann <ann@one.example>", 0);
        assertThat(text.subject()).isEqualTo("One message in quarantine");
        assertThat(text.plain()).contains("bob@two.example", "gateway.example", "Ann <ann@one.example>", "Cheap pills",
                "https://q.example/mail/digest/release?t=TOKEN", "https://q.example/mail/digest/allow?t=TOKEN",
                "2026-03-01 12:00 UTC").doesNotContain("more");
        assertThat(text.html()).contains("Ann &lt;ann@one.example&gt;",
                "href=\"https://q.example/mail/digest/release?t=TOKEN\"");
    }

    @Test
    void tellsOfTheOthersHowManyThereAre() {
        assertThat(text("x", "y", 1).plain()).contains("One message more");
        assertThat(text("x", "y", 12).plain()).contains("12 messages more");
        assertThat(text("x", "y", 12).subject()).isEqualTo("13 messages in quarantine");
    }

    @Test
    void whatStrangersWroteIsNoMarkupNoLinkAndSteersNothing() {
        DigestText text = text("<a href='x'>\u202Eevil\u2028 HTTPS://bank.example www.bank.example", "", 0);
        assertThat(text.html()).doesNotContain("<a href='x'>", "\u202E", "\u2028", "://bank", "www.bank");
        assertThat(text.plain()).doesNotContain("\u202E", "\u2028", "://bank", "www.bank").contains("(none)");
    }

    @Test
    void aTokenIsNeverKeptAsItIs() {
        assertThat(LinkToken.hash("TOKEN")).hasSize(64).isNotEqualTo(LinkToken.hash("TOKEM"));
        assertThat(LinkToken.make(new java.util.Random(1))).hasSize(43).matches("[A-Za-z0-9_-]+");
    }
}
