package org.postern.it.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postern.it.harness.Await;
import org.postern.it.harness.Chromium;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.Ports;
import org.postern.it.harness.SilentServer;
import org.postern.it.harness.TestDns;
import org.postern.it.people.Colleague;
import org.postern.it.program.Program;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All that {@code acts.txt} lists is done in a browser by everybody who may, each in a session of their own, and is neither offered to anybody else nor
 * done for them when they send it all the same: before it is sent, all others send it from pages of their own, and what it is about is still there then.
 */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoesEveryActAsEachRoleIT {
    private static final Duration LIMIT = Duration.ofSeconds(45);
    private static final int ENOUGH = 15;
    private static final List<ListedAct> ACTS = ListedAct.all()
            .stream()
            .filter(one -> one.walk().isPresent())
            .toList();
    private static final TestDns DNS = TestDns.start();
    private static final List<Person> PEOPLE = new ArrayList<>();

    private static Gateway gateway;
    private static SilentServer silent;
    private static Makings makings;

    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Chromium.isUsable(), "needs chromium and chromedriver");
        int port = Ports.free();
        silent = new SilentServer("127.0.0.1", port);
        gateway = Gateway.plan("acts").dns(DNS).configuration("""
                [[rule]]
                name = "held"
                header = "X-Walk: held"
                action = "quarantine"
                [[rule]]
                name = "heavy"
                header = "X-Walk: grey"
                action = "score"
                score = 5
                [[archive]]
                to = "queue:kept"
                [settings]
                "trust.greylist" = true
                "trust.greylist-score" = 5
                "trust.learning-interval" = "1s"
                "reports.from" = "reports@own.example"
                """).start();
        for (String domain : List.of("hold.example", "own.example")) {
            LocalQueue.ofRoutes(gateway).ask("add", "recipient", domain, "sender", Makings.TESTER, "to", "sink");
            LocalQueue.ofRoutes(gateway).ask("add", "recipient", domain, "to", "host:127.0.0.1:1");
        }
        LocalQueue.ofRoutes(gateway).ask("add", "recipient", "kept.example", "to", "queue:kept");
        LocalQueue.ofRoutes(gateway).ask("add", "recipient", "silent.example", "to", "host:127.0.0.1:" + port);
        LocalQueue.ofRules(gateway)
                .ask("add", "name", "first", "action", "score", "score", "1", "sender", "nobody.example");
        Console first = Console.withFirstAdministrator(gateway, "alice", "correct horse battery");
        Colleague.added(gateway, first, "sam", "auditor");
        PEOPLE.add(Person.letIn(gateway, first, "wanda", Whose.Role.ADMINISTRATOR, "hold.example"));
        PEOPLE.add(Person.letIn(gateway, first, "otto", Whose.Role.OPERATOR, "hold.example"));
        PEOPLE.add(Person.letIn(gateway, first, "dina", Whose.Role.OPERATOR_OF_DOMAINS, "own.example"));
        PEOPLE.add(Person.letIn(gateway, first, "aude", Whose.Role.AUDITOR, "hold.example"));
        Program api = Program.stranger(gateway, "127.0.0.1")
                .with(Files.readString(gateway.data().resolve("local-token")).strip());
        makings = new Makings(gateway, DNS, api);
        makings.mail(ACTS, PEOPLE);
    }

    /** Pages that acts open for somebody are not opened for them once more. */
    @Test
    @Order(1)
    void everyPageIsSeenByWhoMayAndByNobodyElse() {
        for (Person one : PEOPLE) {
            Set<String> opened = ACTS.stream()
                    .filter(act -> act.whose().admits(one.role()))
                    .flatMap(act -> act.walk().flatMap(Walk::page).stream())
                    .map(page -> page.replaceFirst("[?{].*", ""))
                    .collect(Collectors.toSet());
            ListedPage.all()
                    .stream()
                    .filter(page -> !opened.contains(page.page()))
                    .forEach(page -> hold(page + " for " + one, () -> isSeen(page, one)));
        }
        assertThat(wrong).isEmpty();
    }

    private static void isSeen(ListedPage page, Person one) {
        if (page.whose().admits(one.role())) {
            one.sees(page.address());
        } else {
            assertThat(one.status(page.address())).isEqualTo(403);
        }
    }

    @Test
    @Order(2)
    void everyActIsDoneByWhoMayAndByNobodyElse() {
        for (ListedAct act : ACTS) {
            List<Person> may = PEOPLE.stream().filter(one -> act.whose().admits(one.role())).toList();
            for (Person one : may) {
                hold(act + " by " + one, () -> isDone(act, one, one == may.getFirst()));
            }
            assertThat(wrong).hasSizeLessThan(ENOUGH);
        }
        assertThat(wrong).isEmpty();
    }

    /** One that fails does not keep the others from being tried. */
    private void hold(String what, Runnable act) {
        try {
            act.run();
        } catch (AssertionError | RuntimeException failed) {
            wrong.add(what + ": " + failed.getMessage());
        }
    }

    private void isDone(ListedAct act, Person one, boolean first) {
        Walk walk = act.walk().orElseThrow();
        String held = one.begin(walk, text -> makings.resolved(text, act, one));
        if (first) {
            String page = one.address();
            PEOPLE.stream()
                    .filter(other -> other != one)
                    .forEach(other -> hold(act + " forced by " + other, () -> isNotDone(act, one, other, page, held)));
        }
        String said = walk.said().map(text -> makings.resolved(text, act, one)).orElse("");
        boolean anywhere = said.startsWith("page:");
        String before = latest(one);
        one.end();
        if (!said.isEmpty()) {
            one.hears(said.replaceFirst("^page:", ""), anywhere);
        }
        walk.line()
                .ifPresent(line -> Await.until("the log tells of " + act + " by " + one, LIMIT,
                        () -> makings.audited(one)
                                .takeWhile(entry -> !key(entry).equals(before))
                                .anyMatch(entry -> entry.getString("act").equals(line.act())
                                        && entry.getString("after", "").contains(line.after()))));
    }

    /** Whoever is limited to some domains may press the button, about mail for these, and has it where they chose some. */
    private static void isNotDone(ListedAct act, Person whose, Person other, String page, String held) {
        Walk walk = act.walk().orElseThrow();
        boolean may = act.whose().admits(other.role());
        boolean limited = other.role() == Whose.Role.OPERATOR_OF_DOMAINS;
        if (may && !(limited && act.whose() == Whose.OPERATOR_OF_DOMAINS)) {
            return;
        }
        String before = latest(other);
        Person from = may && walk.isOfChosen() ? other : whose;
        String own = walk.page().map(text -> makings.resolved(text, act, from)).orElse(page);
        Forced answer = other.forces(own, makings.resolved(walk.press().shown(), act, whose), held);
        if (!may) {
            assertThat(answer.offered()).as("offered").isZero();
            assertThat(latest(other)).as("in the log").isEqualTo(before);
            walk.said()
                    .map(text -> makings.resolved(text, act, whose).replaceFirst("^page:", ""))
                    .ifPresent(said -> assertThat(answer.said()).doesNotContain(said));
        }
    }

    private static String latest(Person one) {
        return makings.audited(one).findFirst().map(DoesEveryActAsEachRoleIT::key).orElse("");
    }

    private static String key(JsonObject line) {
        return line.get("key").toString();
    }

    @AfterAll
    static void close() throws IOException {
        PEOPLE.forEach(Person::close);
        if (gateway != null) {
            gateway.close();
        }
        if (silent != null) {
            silent.close();
        }
        DNS.close();
    }
}
