package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Programs that test, and mail for {@code sink.example}, which routes lead to the sink. */
record KeptForTests(Gateway gateway, Program administrator, Program operator, Program auditor) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FOR_ALICE = "/sink?recipient=alice@sink.example";

    /** A test waits for two messages, reads them, and leaves nothing. */
    void areAwaitedReadAndEmptied() throws IOException {
        leads("sink.example", "sink");
        CompletableFuture<Program.Answer> waiting = CompletableFuture
                .supplyAsync(() -> auditor.get(FOR_ALICE + "&count=2&wait=60"));
        handed("first", "alice@sink.example");
        handed("for bob", "bob@sink.example");
        handed("second", "alice@sink.example");
        List<JsonObject> came = waiting.join().items();
        assertThat(came).extracting(line -> line.getString("subject")).containsExactlyInAnyOrder("first", "second");
        assertThat(auditor.get(FOR_ALICE + "&count=3&wait=1").items()).hasSize(2);
        areRead("/sink/" + came.getFirst().getInt("id"), came.getFirst().getString("subject"));
        assertThat(auditor.get("/queue?q=alice@sink.example").items()).isEmpty();
        Await.until("its story ends", LIMIT, () -> !auditor.get("/messages?q=bob@sink.example&progress=delivered")
                .items()
                .isEmpty());
        assertThat(operator.delete(FOR_ALICE).json().getInt("done")).isEqualTo(2);
        assertThat(auditor.get("/sink?recipient=sink.example").items()).extracting(line -> line.getString("subject"))
                .containsExactly("for bob");
        assertThat(operator.delete("/sink").json().getInt("done")).isPositive();
        assertThat(auditor.get("/sink").items()).isEmpty();
        assertThat(auditor.get(FOR_ALICE + "&wait=61").field()).isEqualTo("wait");
        assertThat(auditor.get(FOR_ALICE + "&count=0").field()).isEqualTo("count");
    }

    private void areRead(String one, String subject) {
        JsonObject shown = auditor.get(one).json();
        assertThat(shown.getJsonArray("to").getString(0)).isEqualTo("alice@sink.example");
        assertThat(operator.get(one + "/source").raw().body()).contains("Subject: " + subject, "One line of text.");
        assertThat(operator.get(one + "/text").json().getString("html")).contains("One line of text.");
        assertThat(operator.get(one + "/parts").json().getJsonArray("parts")).hasSize(1);
        assertThat(operator.get(one + "/parts/0").raw().body()).contains("One line of text.");
        assertThat(auditor.get(one + "/source").status()).isEqualTo(403);
        assertThat(auditor.delete("/sink").status()).isEqualTo(403);
        assertThat(operator.get("/sink/999999999/source").status()).isEqualTo(404);
    }

    /** What is refused on purpose fails, and what is put off waits: as if a server had said so. */
    void meetTheWorld() throws IOException {
        leads("no.sink.example", "sink:refuse=100%");
        leads("later.sink.example", "sink:defer=100%");
        handed("refused", "carol@no.sink.example");
        handed("put off", "carol@later.sink.example");
        JsonObject waiting = Await.value("it waits", LIMIT,
                () -> auditor.get("/queue?q=carol@later.sink.example").items().stream().findFirst());
        assertThat(waiting.getString("lastReply")).isEqualTo("450 4.2.0 later: the sink puts off on purpose");
        JsonObject failed = Await.value("it fails", LIMIT,
                () -> auditor.get("/messages?q=carol@no.sink.example")
                        .items()
                        .stream()
                        .findFirst()
                        .filter(
                                line -> auditor.get("/messages/" + line.getString("key"))
                                        .raw()
                                        .body()
                                        .contains("550 5.1.1")));
        assertThat(auditor.get("/messages/" + failed.getString("key")).raw().body()).contains("bounced");
        assertThat(auditor.get("/sink?recipient=carol@no.sink.example").items()).isEmpty();
        assertThat(administrator.post("/routes", "{'recipient':'x.example','to':'sink:defer=200%'}").field())
                .isEqualTo("to");
    }

    private void leads(String domain, String target) {
        assertThat(administrator.post("/routes", "{'recipient':'%s','to':'%s'}".formatted(domain, target)).status())
                .isEqualTo(201);
        Await.until("the route of " + domain + " counts", LIMIT, () -> {
            try (SmtpDialogue stranger = SmtpDialogue.greeted(gateway.smtp())) {
                stranger.say("MAIL FROM:<>");
                return stranger.say("RCPT TO:<postmaster@" + domain + ">").startsWith("250");
            }
        });
    }

    private void handed(String subject, String recipient) throws IOException {
        assertThat(SmtpDialogue.hand(gateway.smtp(), "sender@home.example", recipient, SampleMail.about(subject)))
                .startsWith("250");
    }
}
