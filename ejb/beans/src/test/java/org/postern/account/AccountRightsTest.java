package org.postern.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postern.mail.Content;
import org.postern.mail.Envelope;
import org.postern.smtp.wire.EnvelopeText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class AccountRightsTest {
    private final LiveAccounts accounts = new LiveAccounts();
    private final AccountRights rights = new AccountRights(accounts);

    private Optional<String> fault(String account, String sender, String header) throws IOException {
        Envelope envelope = EnvelopeText.parse("MAIL FROM:<" + sender + ">\r\nRCPT TO:<b@test.example>\r\n")
                .toOptional()
                .orElseThrow();
        return rights.fault(Optional.of(account).filter(name -> !name.isEmpty()), envelope,
                Content.of((header + "\r\n\r\nhello\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private void known() {
        accounts.now(List.of(
                new ApplicationAccount("shop@applications", List.of("queue:orders"),
                        List.of("orders@shop.example", ".shop.example"), 0),
                new ApplicationAccount("slow@applications", List.of(), List.of(), 60)));
    }

    @Test
    void anAccountWritesAsWhatIsSaidOfIt() throws IOException {
        known();
        assertThat(fault("shop@applications", "orders@shop.example", "From: Orders <ORDERS@shop.example>")).isEmpty();
        assertThat(fault("shop@applications", "x@news.shop.example", "From: y@mail.shop.example")).isEmpty();
        assertThat(fault("shop@applications", "x@bank.example", "From: orders@shop.example"))
                .contains("the account shop@applications may not send as x@bank.example");
        assertThat(fault("shop@applications", "orders@shop.example", "From: x@bank.example").orElseThrow())
                .contains("From")
                .contains("may not send as");
    }

    @Test
    void withTheNullReversePathFromIsLookedAtToo() throws IOException {
        known();
        assertThat(fault("shop@applications", "", "From: orders@shop.example")).isEmpty();
        assertThat(fault("shop@applications", "", "From: x@bank.example")).isPresent();
    }

    @Test
    void thereIsOneFromWhoeverReads() throws IOException {
        known();
        String own = "From: orders@shop.example";
        assertThat(fault("shop@applications", "orders@shop.example", "Subject: none").orElseThrow())
                .contains("one From");
        assertThat(fault("shop@applications", "orders@shop.example", own + "\r\n" + own)).isPresent();
        assertThat(fault("shop@applications", "orders@shop.example", own + "\r\nnot a field")).isPresent();
    }

    @Test
    void anotherSpellingIsNoOtherAccount() throws IOException {
        known();
        assertThat(fault("SHOP@applications", "x@bank.example", "From: x@bank.example")).isPresent();
        assertThat(fault("\uFF33hop@applications", "x@bank.example", "From: x@bank.example")).isPresent();
    }

    @Test
    void anAccountWithoutSendersWritesAsAnybody() throws IOException {
        known();
        assertThat(fault("slow@applications", "x@bank.example", "Subject: no From")).isEmpty();
        assertThat(fault("other@applications", "x@bank.example", "Subject: no From")).isEmpty();
    }

    @Test
    void whatComesFromWithinTheServerIsOfNoAccount() throws IOException {
        assertThat(fault("", "x@bank.example", "Subject: no From")).isEmpty();
    }

    @Test
    void nobodyIsLetPassBeforeItIsKnownWhatIsSaid() {
        assertThatThrownBy(() -> fault("shop@applications", "orders@shop.example", "From: orders@shop.example"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not known yet");
    }
}
