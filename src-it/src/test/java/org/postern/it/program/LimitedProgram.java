package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A program whose token is limited to {@code later.example}, beside mail for {@code other.example}.
 *
 * @param administrator who sees all
 */
record LimitedProgram(Gateway gateway, Contract contract, Program administrator) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String OTHER = "other.example";
    private static final List<String> FOR_ALL = List.of("/destinations", "/audit", "/people", "/tokens",
            "/dead-letters",
            "/dead-letters/in-motion", "/configuration", "/settings", "/rules", "/entries", "/aliases",
            "/applications", "/console-sessions", "/users", "/greylist");

    /** A program that is let in. */
    record In(LimitedProgram all, Program program) {
        /** It sees this message, does something to it, and sees and does nothing else. */
        void seesAndActsOn(String mine) throws IOException {
            String both = all.handed("both@later.example", "both@other.example");
            String others = all.handed("boss@other.example");
            lists(mine, others, both);
            reads(mine, others, both);
            acts(mine, others, both);
            for (String path : FOR_ALL) {
                assertThat(program.get(path).status()).as(path).isEqualTo(403);
            }
            assertThat(program.get("/routes").items()).isEmpty();
        }

        private void lists(String mine, String others, String both) {
            assertThat(program.get("/queue?limit=500").items()).extracting(line -> line.getString("key"))
                    .contains(mine)
                    .doesNotContain(others, both);
            assertThat(program.get("/queue?limit=500").raw().body()).doesNotContain(OTHER);
            Await.until("the trace has it", LIMIT,
                    () -> program.get("/messages?limit=500").raw().body().contains("mine@later.example"));
            Await.until("and what is not theirs", LIMIT,
                    () -> !all.administrator.get("/messages?q=boss@other.example").items().isEmpty());
            assertThat(program.get("/messages?limit=500").raw().body()).doesNotContain(OTHER);
            assertThat(program.get("/messages?q=boss@other.example").items()).isEmpty();
        }

        private void reads(String mine, String others, String both) {
            assertThat(program.get(at(mine)).status()).isEqualTo(200);
            assertThat(program.get(at(mine) + "/content").json().getString("source")).contains("for mine");
            for (String key : List.of(others, both)) {
                assertThat(program.get(at(key)).status()).isEqualTo(404);
                assertThat(program.get(at(key) + "/content").status()).isEqualTo(404);
                assertThat(program.get(at(key) + "/content/source").status()).isEqualTo(404);
            }
            JsonObject mixed = all.administrator.get(at(both)).json();
            Program.Answer story = Await.value("its story is told", LIMIT,
                    () -> Optional.of(program.get("/messages/" + mixed.getString("queueId")))
                            .filter(told -> told.status() == 200 && told.raw().body().contains("parked")));
            assertThat(story.raw().body()).contains("both@later.example").doesNotContain(OTHER);
        }

        private void acts(String mine, String others, String both) {
            for (String key : List.of(others, both)) {
                assertThat(program.post(at(key) + "/acts", "{'act':'hold'}").status()).isEqualTo(404);
            }
            assertThat(program.post(at(mine) + "/acts", "{'act':'redirect','to':'mx:elsewhere.example'}").status())
                    .isEqualTo(403);
            assertThat(program.post(at(mine) + "/acts", "{'act':'hold'}").json().getInt("done")).isEqualTo(1);
            assertThat(all.administrator.get(at(mine)).json().getString("reason")).isEqualTo("held");
            assertThat(all.administrator.get(at(others)).json().getString("reason")).isNotEqualTo("held");
        }

        private static String at(String key) {
            return "/queue/" + Specimen.encoded(key);
        }
    }

    In comesIn() {
        assertThat(administrator.post("/routes", "{'recipient':'other.example','to':'host:127.0.0.1:1'}").status())
                .isEqualTo(201);
        Await.until("the route counts", LIMIT, () -> administrator.get("/routes/forecast?recipient=x@other.example")
                .raw()
                .body()
                .contains("host:127.0.0.1:1"));
        Program.Answer made = administrator.post("/tokens",
                "{'name':'limited','role':'operator','domains':['later.example'],'expires':'%s'}"
                        .formatted(Instant.now().plus(Duration.ofHours(1))));
        assertThat(made.status()).isEqualTo(201);
        return new In(this, Program.stranger(gateway, "127.0.0.1")
                .with(made.json().getString("token"))
                .heldTo(contract));
    }

    /** {@return the key of a message for these, which waits} */
    private String handed(String... recipients) throws IOException {
        try (SmtpDialogue client = SmtpDialogue.greeted(gateway.smtp())) {
            client.say("MAIL FROM:<sender@home.example>");
            for (String recipient : recipients) {
                assertThat(client.say("RCPT TO:<" + recipient + ">")).startsWith("250");
            }
            assertThat(client.say("DATA")).startsWith("354");
            assertThat(client.content(SampleMail.about("for others"))).startsWith("250");
        }
        String last = recipients[recipients.length - 1];
        return Await.value(last + " waits", LIMIT,
                () -> administrator.get("/queue?q=" + last)
                        .items()
                        .stream()
                        .map(line -> line.getString("key"))
                        .findFirst());
    }
}
