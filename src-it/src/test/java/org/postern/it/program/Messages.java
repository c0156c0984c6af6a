package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

/** What programs do with whole messages: they read those that wait, and send others along. */
final class Messages {
    private static final String MESSAGE = "From: <a@b.example>\nSubject: sent along\n\n%s\n";

    private Messages() {}

    /** One who may reads a message that waits, and one who may not does not. */
    static void areRead(Program operator, Program auditor, String key, String subject) {
        String content = "/queue/" + Specimen.encoded(key) + "/content";
        assertThat(operator.get(content + "/parts").json().getJsonArray("fields").toString()).contains(subject);
        assertThat(operator.get(content + "/text").json().getString("html")).startsWith("<pre");
        assertThat(operator.get(content + "/text?as=html").status()).isEqualTo(200);
        assertThat(operator.get(content + "/source").raw().body()).contains("Subject: " + subject);
        assertThat(operator.get(content + "/parts/0").raw().body()).isNotEmpty().doesNotContain("Subject:");
        assertThat(operator.get(content + "/parts/99").status()).isEqualTo(404);
        for (String what : new String[]{"", "/parts", "/text", "/source", "/parts/0"}) {
            assertThat(auditor.get(content + what).status()).as(what).isEqualTo(403);
        }
        assertThat(auditor.get("/audit?person=token/robot").raw().body()).contains("source taken", "file taken",
                "content read");
    }

    /** A message that is sent along is judged, taught and forgotten, and may be larger than other bodies are. */
    static void areSentAlong(Program operator, Program administrator) {
        Program sends = operator.with("Content-Type", "message/rfc822");
        String small = MESSAGE.formatted("hello");
        String large = MESSAGE.formatted("many words of no use ".repeat(100_000));
        String judge = "/judge?client=192.0.2.1&helo=h.example&sender=a@b.example&recipient=a@later.example&recipient=b@later.example";
        assertThat(sends.post(judge, small).json().getJsonArray("results").toString()).contains("spf");
        assertThat(sends.post(judge, large).status()).isEqualTo(200);
        assertThat(sends.post("/pasted-header", large).json().getJsonArray("fields").toString()).contains("sent along")
                .doesNotContain("many words");
        assertThat(sends.post("/judge?client=nobody&helo=h", small).status()).isEqualTo(400);
        assertThat(sends.post("/classifier/samples?label=ham", large).status()).isEqualTo(204);
        assertThat(sends.with("Idempotency-Key", "one-of-these-4-is-enough").post("/classifier/samples", small).field())
                .isEqualTo("Idempotency-Key");
        assertThat(operator.get("/classifier").json().getInt("ham")).isEqualTo(1);
        assertThat(sends.post("/classifier/samples/forget", large).status()).isEqualTo(204);
        assertThat(sends.post("/classifier/samples/forget", large).status()).isEqualTo(409);
        assertThat(administrator.post("/classifier/use", "{'version':99}").status()).isEqualTo(404);
        assertThat(sends.post("/queue/acts", "{'act':'hold','all':true}").status()).isEqualTo(415);
    }
}
