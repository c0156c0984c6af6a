package org.postern.it.applications;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.postern.it.harness.Await;
import org.postern.it.harness.World;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;

/** What is handed in and cannot be understood is answered at its JMSReplyTo, where that leads nowhere that the application could not write to. */
@World.Shared
class TellsWhyASubmissionIsRefusedIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String DEAD = "/subsystem=messaging-activemq/server=default/jms-queue=postern.dead";

    @Test
    void theReasonComesWhereItIsWanted(World world) {
        List<String> answers = world.application()
                .handInWrongly("refused.answers", "refused.answers", "queue://refused.answers")
                .stream()
                .sorted()
                .toList();
        assertThat(answers).hasSize(2).first().asString().startsWith("queue://refused.answers refused {");
        JsonObject event = event(answers.getLast());
        assertThat(event.getString("kind")).isEqualTo("refused");
        assertThat(event.getString("reason")).contains("postern_recipient");
        assertThat(event.getString("correlation")).isEqualTo("refused.answers");
        assertThat(event.getString("key")).startsWith("refused>ID:")
                .isNotEqualTo(event(answers.getFirst()).getString("key"));
        assertThat(event.keySet()).containsExactly("kind", "key", "at", "reason", "correlation");
    }

    private static JsonObject event(String answer) {
        return Json.createReader(new StringReader(answer.substring(answer.indexOf('{')))).readObject();
    }

    @Test
    void nothingComesWhereItMayNotGo(World world) {
        String[] places = {"queue://postern.outgoing", "queue://orders", "queue://jms.queue.postern.incoming",
                "temp-queue://jms.queue.postern.outgoing", "queue://a::jms.queue.postern.outgoing",
                "topic://postern.events"};
        world.application().handInWrongly("refused.nothing", places);
        Await.until("all are put aside", LIMIT,
                () -> count(world, "postern_reversePath = 'refused.nothing@wrong.example'") == places.length);
        assertThat(count(world, "postern_event = 'refused'")).isZero();
        assertThat(world.application().read("orders")).noneMatch(mail -> mail.text().contains("refused"));
        assertThat(world.gateway().log()).contains("POSTERN2740").contains("is queue:orders, where routes lead");
    }

    private static long count(World world, String filter) {
        String said = world.gateway().manage(DEAD + ":count-messages(filter=\"" + filter + "\")");
        return Long.parseLong(said.replaceAll("(?s).*=> (\\d+)L.*", "$1"));
    }
}
