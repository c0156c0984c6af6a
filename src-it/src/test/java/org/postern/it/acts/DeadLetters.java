package org.postern.it.acts;

import jakarta.json.JsonObject;

import org.postern.it.harness.Application;
import org.postern.it.harness.Await;
import org.postern.it.harness.Gateway;
import org.postern.it.program.Program;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Messages that nobody can process: an application hands them in, and replayed they are soon here again. */
final class DeadLetters {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MANY = 8;

    private final Gateway gateway;
    private final Program api;
    private Optional<Application> known = Optional.empty();

    DeadLetters(Gateway gateway, Program api) {
        this.gateway = gateway;
        this.api = api;
    }

    /** {@return which list has some of them} */
    String some() {
        one();
        return "queue=postern.dead";
    }

    /** {@return the key of one of them} */
    String one() {
        Optional<String> found = first();
        if (found.isEmpty()) {
            application().submitOddly("odd@dead.example", "x@own.example", "odd", 300, MANY, "lf");
        }
        return Await.value("there are dead letters", LIMIT, this::first);
    }

    private Application application() {
        Application one = known.orElseGet(() -> Application.at(gateway, "walk"));
        known = Optional.of(one);
        return one;
    }

    private Optional<String> first() {
        List<JsonObject> letters = api.get("/dead-letters?limit=50").items();
        return letters.stream().filter(one -> one.containsKey("key")).map(one -> one.getString("key")).findFirst();
    }
}
