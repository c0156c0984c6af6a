package org.postern.admin.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.mail.Envelope;
import org.postern.receiver.SessionFacts;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

class RunDraftTest {
    private static final RunDraft DRAFT = new RunDraft("192.0.2.1", "mx.home.example", "ann@home.example",
            List.of("bob@here.example"), false);

    private static RunDraft with(String sender, List<String> recipients) {
        return new RunDraft(DRAFT.client(), DRAFT.helo(), sender, recipients, false);
    }

    @Test
    void isASessionAndAnEnvelope() {
        SessionFacts session = DRAFT.session("dry", "gw.example");
        assertThat(session.client().getAddress().getHostAddress()).isEqualTo("192.0.2.1");
        assertThat(session.helo()).contains("mx.home.example");
        assertThat(DRAFT.envelope().reversePath().address()).isEqualTo("ann@home.example");
        assertThat(with("<>", List.of("bob@here.example")).envelope().reversePath().isNull()).isTrue();
    }

    @Test
    void whatNobodyHasSaidIsAsItWaits() {
        Envelope envelope = DRAFT.envelope();
        assertThat(with("", List.of()).or(envelope).envelope()).isEqualTo(envelope);
        assertThat(with("<>", List.of("eve@here.example")).or(envelope))
                .isEqualTo(with("<>", List.of("eve@here.example")));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> with("ann", List.of("bob@here.example")).envelope()).hasMessage("Not an address: ann");
        assertThatThrownBy(() -> with("", List.of()).envelope()).hasMessage("There are 1 to 100 recipients.");
        assertThatThrownBy(() -> with("", Collections.nCopies(101, "bob@here.example")).envelope())
                .hasMessage("There are 1 to 100 recipients.");
        assertThatThrownBy(() -> new RunDraft("mx.example", "x", "", List.of(), false).session("dry", "gw.example"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunDraft("192.0.2.1", " ", "", List.of(), false).session("dry", "gw.example"))
                .hasMessage("EHLO has a name of 1 to 255 characters.");
    }

    @Test
    void linesThatHaveLostTheirCrGetItBackAndNoOthersDo() {
        assertThat(new String(DryRun.withLineEnds("a: b\n\nc\n".getBytes(StandardCharsets.US_ASCII)),
                StandardCharsets.US_ASCII))
                .isEqualTo("a: b\r\n\r\nc\r\n");
        byte[] whole = "a: b\r\n\r\nc\nd".getBytes(StandardCharsets.US_ASCII);
        assertThat(DryRun.withLineEnds(whole)).isSameAs(whole);
    }
}
