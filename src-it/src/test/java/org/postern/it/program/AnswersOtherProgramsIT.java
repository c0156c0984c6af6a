package org.postern.it.program;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Office;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Other programs see and do over HTTP what people do in the console: by a token, in its role, and as the document says. */
@Office.Shared
class AnswersOtherProgramsIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> ROLES = List.of("auditor", "operator", "administrator");
    private static Gateway gateway;
    private static Contract contract;
    private static Program local;
    private static Program administrator;
    private static Program operator;
    private static Program auditor;

    @BeforeAll
    static void start(Office office) throws IOException {
        gateway = office.gateway();
        local = Program.stranger(gateway, "127.0.0.1").with(Files.readString(gateway.data().resolve("local-token")));
        contract = new Contract(local.get("/openapi.json").json());
        local = local.heldTo(contract);
        administrator = token("admin", "administrator");
        operator = token("robot", "operator");
        auditor = token("watch", "auditor");
    }

    private static Program token(String name, String role) {
        Program.Answer made = local.post("/tokens", "{'name':'%s','role':'%s','expires':'%s'}".formatted(name, role,
                Instant.now().plus(Duration.ofDays(1))));
        assertThat(made.status()).isEqualTo(201);
        return Program.stranger(gateway, "127.0.0.1").with(made.json().getString("token")).heldTo(contract);
    }

    private static Program who(String role) {
        return switch (role) {
            case "administrator" -> administrator;
            case "operator" -> operator;
            default -> auditor;
        };
    }

    /** {@return the key of a message that waits, and is for this local part alone} */
    private static String waiting(String localPart) throws IOException {
        String reply = SmtpDialogue.hand(gateway.smtp(), "sender@home.example", localPart + "@later.example",
                SampleMail.about("for " + localPart));
        assertThat(reply).startsWith("250");
        return Await.value(localPart + " waits", LIMIT,
                () -> auditor.get("/queue?q=" + localPart + "@later.example")
                        .items()
                        .stream()
                        .map(line -> line.getString("key"))
                        .findFirst());
    }

    @Test
    void nobodyComesInWithoutAToken() {
        Program stranger = Program.stranger(gateway, "127.0.0.1");
        for (Contract.Operation operation : contract.all()) {
            Program.Answer answer = stranger.ask(operation.verb(), Specimen.address(operation),
                    Specimen.body(contract, operation));
            assertThat(answer.status()).as(operation.path()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/", "/api/v1", "/api/v1/", "/api/v2/messages", "/api/v1/nothing", "/api/v1;x/messages",
            "/api//v1/messages", "/api/v1/%2e%2e/messages", "/api/v1/messages.xhtml", "/api/messages.xhtml"})
    void nothingBelowTheApiIsOpen(String path) {
        assertThat(Program.stranger(gateway, "127.0.0.1").get(path).status()).isIn(401, 302, 404, 400);
        assertThat(Program.stranger(gateway, "127.0.0.1").get(path).raw().body()).doesNotContain("items", "faces");
    }

    @Test
    void aSessionOfTheConsoleLetsNobodyInHere(Office office) {
        Console console = office.administrator();
        assertThat(console.get("messages").statusCode()).isEqualTo(200);
        assertThat(console.get("api/v1/messages").statusCode()).isEqualTo(401);
        assertThat(console.post("api/v1/queue/acts", "act=delete").statusCode()).isEqualTo(401);
    }

    @Test
    void theLocalTokenIsOfUseOnThisMachineAlone() {
        assertThat(local.get("/tokens").status()).isEqualTo(200);
        assertThat(local.with("X-Forwarded-For", "192.0.2.1").get("/tokens").status()).isEqualTo(401);
    }

    @Test
    void whoGuessesTokensHasToWaitAndNobodyElse() {
        List<Integer> answers = IntStream.range(0, 8)
                .mapToObj(guess -> Program.stranger(gateway, "127.0.0.77")
                        .with("postern_" + "x".repeat(35) + "%08d".formatted(guess))
                        .get("/messages")
                        .status())
                .toList();
        assertThat(answers.getFirst()).isEqualTo(401);
        assertThat(answers.getLast()).isEqualTo(429);
        assertThat(auditor.get("/messages").status()).isEqualTo(200);
    }

    @Test
    void eachSeesAllThatIsForTheRoleAndDoesNothingElse() {
        for (String role : ROLES) {
            for (Contract.Operation operation : contract.all()) {
                boolean allowed = ROLES.indexOf(role) >= ROLES.indexOf(operation.role());
                if (operation.isLook() || !allowed) {
                    Program.Answer answer = who(role).ask(operation.verb(), Specimen.address(operation),
                            Specimen.body(contract, operation));
                    assertThat(answer.status()).as(role + " " + operation.verb() + " " + operation.path())
                            .isIn(allowed ? List.of(200, 400, 404, 409) : List.of(400, 403, 404, 415));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"auditor | post | /destinations/mx:a.example/pause |",
            "auditor | get | /tokens |", "operator | get | /people |", "operator | delete | /tokens/admin |",
            "operator | post | /tokens | {\"name\":\"x\",\"role\":\"administrator\",\"expires\":\"2030-01-01T00:00:00Z\"}",
            "operator | put | /aliases/x@a.example | {\"members\":[\"y@a.example\"]}",
            "auditor | post | /entries | {\"effect\":\"allow\",\"party\":\"a.example\"}",
            "auditor | post | /queue/acts | {\"act\":\"release\",\"all\":true}",
            "operator | post | /domains/a.example/keys |", "auditor | get | /queue/x/content |"})
    void whatIsNotForTheRoleIsRefused(String role, String verb, String path, String body) {
        assertThat(who(role).ask(verb, path, Optional.ofNullable(body)).status()).isEqualTo(403);
    }

    @Test
    void aMessageIsFoundWithItsStory() throws IOException {
        waiting("story");
        JsonObject line = Await.value("the trace has it", LIMIT,
                () -> auditor.get("/messages?q=story@later.example&progress=waiting").items().stream().findFirst());
        assertThat(line.getString("subject")).isEqualTo("for story");
        JsonObject story = auditor.get("/messages/" + line.getString("key")).json();
        assertThat(
                story.getJsonArray("steps").getValuesAs(JsonObject.class).stream().map(step -> step.getString("kind")))
                .contains("received", "parked");
        assertThat(story.getJsonArray("waiting")).hasSize(1);
        assertThat(auditor.get("/messages/0000000000000").status()).isEqualTo(404);
    }

    @Test
    void oneMessageIsActedOnAndEveryActHasItsAuthor() throws IOException {
        String key = Specimen.encoded(waiting("one"));
        assertThat(operator.get("/queue/" + key + "/content").json().getString("source")).contains("Subject: for one");
        assertThat(operator.post("/queue/" + key + "/judge", "{'client':'192.0.2.1','helo':'client.example'}")
                .json()
                .getJsonArray("notes")
                .toString()).contains("scanners were not asked");
        assertThat(operator.post("/queue/" + key + "/acts", "{'act':'hold'}").json().getInt("done")).isEqualTo(1);
        assertThat(auditor.get("/queue/" + key).json().getString("reason")).isEqualTo("held");
        assertThat(operator.post("/queue/" + key + "/acts", "{'act':'bounce','reply':'no'}").status()).isEqualTo(200);
        assertThat(operator.post("/queue/" + key + "/acts", "{'act':'hold'}").status()).isEqualTo(404);
        assertThat(auditor.get("/audit?person=token/robot").items()).isNotEmpty()
                .allMatch(line -> line.getString("person").equals("token/robot"))
                .allMatch(line -> line.getString("role").equals("operator"));
    }

    @Test
    void messagesAreReadAndSentAlongAsTheyAre() throws IOException {
        Messages.areRead(operator, auditor, waiting("content"), "for content");
        Messages.areSentAlong(operator, administrator);
    }

    @Test
    void manyAreActedOnWhereNoMoreMatchThanExpected() throws IOException {
        for (String name : List.of("many1", "many2", "many3")) {
            waiting(name);
        }
        String which = "'which':{'sender':'sender@home.example','q':'many'}";
        assertThat(operator.post("/queue/acts", "{'act':'delete'," + which + "}").field()).isEqualTo("expect");
        assertThat(operator.post("/queue/acts", "{'act':'delete'," + which + ",'expect':2}").status()).isEqualTo(409);
        assertThat(operator.post("/queue/acts", "{'act':'delete'}").field()).isEqualTo("which");
        assertThat(operator.post("/queue/acts", "{'act':'delete','which':{}}").field()).isEqualTo("which");
        Program.Answer begun = operator.with("Idempotency-Key", "one-of-these-3-is-enough")
                .post("/queue/acts", "{'act':'delete'," + which + ",'expect':3}");
        assertThat(begun.status()).isEqualTo(202);
        Program.Answer again = operator.with("Idempotency-Key", "one-of-these-3-is-enough")
                .post("/queue/acts", "{'act':'delete'," + which + ",'expect':3}");
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.raw().body()).isEqualTo(begun.raw().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(operator.with("Idempotency-Key", "one-of-these-3-is-enough")
                .post("/queue/acts", "{'act':'hold'," + which + ",'expect':3}")
                .status()).isEqualTo(422);
        String operation = "/operations/" + begun.json().getString("id");
        JsonObject ended = Await.value("the operation ends", LIMIT, () -> Optional.of(auditor.get(operation).json())
                .filter(one -> one.getString("state").equals("done")));
        assertThat(ended.getInt("done")).isEqualTo(3);
        assertThat(operator.post(operation + "/cancel").status()).isEqualTo(200);
    }

    @Test
    void aListIsReadPageByPage() {
        List<String> addresses = IntStream.range(0, 7).mapToObj(n -> "page" + n + "@a.example").toList();
        addresses.forEach(address -> assertThat(administrator.put("/aliases/" + address, "{'members':['x@b.example']}")
                .status()).isEqualTo(200));
        List<String> read = new ArrayList<>();
        Optional<String> next = Optional.of("/aliases?limit=3&after=page");
        while (next.isPresent()) {
            Program.Answer page = auditor.get(next.get());
            page.items().forEach(line -> read.add(line.getString("address")));
            next = Optional.ofNullable(page.json().get("next")).map(link -> ((JsonString) link).getString());
        }
        assertThat(read).startsWith(addresses.toArray(String[]::new)).doesNotHaveDuplicates();
        addresses.forEach(address -> assertThat(administrator.delete("/aliases/" + address).status()).isEqualTo(204));
    }

    @ParameterizedTest
    @CsvSource({"/messages?limit=0, limit", "/messages?limit=501, limit", "/messages?limit=x, limit",
            "/messages?Limit=1, Limit", "/messages?q=a&q=b, q", "/messages?q=, q", "/messages?from=yesterday, from",
            "/messages?progress=Waiting, progress", "/messages?after=x, after", "/messages?q=a%00b, q",
            "/queue?attempts=-1, attempts", "/queue?after=x, after", "/audit?after=x, after",
            "/reports/sent?day=2026-02-30, day"})
    void aWrongParameterIsNamed(String path, String field) {
        Program.Answer answer = auditor.get(path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {"{'recipient':'not a domain','to':'mx'} | recipient",
            "{'recipient':'a.example','to':'nowhere'} | to", "{'recipient':'a.example'} | to",
            "{'recipient':'a.example','to':'mx','sender':'@@'} | sender",
            "{'recipient':'a.example','to':'mx','note':1} | note",
            "{'recipient':'a.example','to':'mx','closed':'no'} | closed"})
    void aWrongFieldIsNamed(String body, String field) {
        Program.Answer answer = administrator.post("/routes", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void hostileBodiesAreRefusedAndTellNothing() {
        Map<String, Integer> bodies = Map.of("{", 400, "[]", 400, "{'act':'hold','act':'delete'}", 400,
                "{'act':" + "[".repeat(20_000) + "}", 400, "{'act':'" + "x".repeat(1_100_000) + "'}", 413,
                "{'act':'hold\\u0000'}", 400, "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>", 400);
        bodies.forEach((body, status) -> {
            Program.Answer answer = operator.post("/queue/acts", body);
            assertThat(answer.status()).as(body.substring(0, Math.min(50, body.length()))).isEqualTo(status);
            assertThat(answer.raw().body()).doesNotContain("Exception", "org.postern", "jakarta");
        });
        assertThat(operator.with("Content-Type", "application/x-www-form-urlencoded")
                .post("/queue/acts", "act=hold")
                .status()).isEqualTo(415);
        assertThat(operator.with("Accept", "text/html").get("/messages").status()).isEqualTo(406);
        assertThat(operator.post("/operations/x/cancel", "{}").status()).isEqualTo(400);
        assertThat(operator.with("Idempotency-Key", "short").post("/queue/acts", "{'act':'hold','all':true}").field())
                .isEqualTo("Idempotency-Key");
        assertThat(gateway.log()).doesNotContain("POSTERN2120");
    }

    @Test
    void whatIsSetIsReadBackAndTakenAway() {
        Things.areSet(administrator, auditor, "/routes", "{'recipient':'set.example','to':'queue:set'}",
                "{'recipient':'set.example','to':'queue:other','enabled':false}", "id");
        Things.areSet(administrator, auditor, "/rules",
                "{'texts':{'name':['set'],'action':['accept'],'sender':['a.example']}}",
                "{'texts':{'name':['set'],'action':['quarantine'],'sender':['b.example']}}", "id");
        Things.areSet(administrator, auditor, "/entries", "{'effect':'block','party':'set.example','lasts':'30d'}",
                "{'effect':'allow','party':'set.example','comment':'mended'}", "id");
        Things.areSet(administrator, auditor, "/users",
                "{'name':'set@a.example','password':'four words without relation','senders':['a.example']}",
                "{'enabled':false,'senders':[]}", "name");
    }

    @Test
    void accountsOfApplicationsAreLimited() {
        assertThat(operator.put("/application-accounts/shop@applications", "{'perMinute':60}").status())
                .isEqualTo(403);
        Things.areLimited(administrator, auditor, "/application-accounts/shop@applications");
    }

    @Test
    void destinationsAreLimitedAndPaused() {
        Things.areLimitedAndPaused(operator, auditor);
    }

    @Test
    void whatPeopleKeepIsChangedLiveAsOneFileAndTakenBack() throws IOException {
        waiting("kept");
        new KeptThings(administrator, operator, auditor).change();
    }

    @Test
    void mailForTestsIsAwaitedReadAndEmptiedAndMayMeetTheWorld() throws IOException {
        KeptForTests tests = new KeptForTests(gateway, administrator, operator, auditor);
        tests.areAwaitedReadAndEmptied();
        tests.meetTheWorld();
    }

    @Test
    void aProgramThatIsLimitedToADomainSeesAndActsOnItsMailAlone() throws IOException {
        String mine = waiting("mine");
        new LimitedProgram(gateway, contract, administrator).comesIn().seesAndActsOn(mine);
    }

    @Test
    void aPersonAndAProgramAreLetInAndEnded() {
        assertThat(administrator.post("/people", "{'name':'carol','role':'auditor'}").status()).isEqualTo(403);
        Program.Answer added = local.post("/people", "{'name':'carol','role':'auditor','domains':['A.example']}");
        assertThat(added.json().getString("link")).startsWith("/password?token=");
        assertThat(administrator.put("/people/carol/role", "{'role':'operator'}").status()).isEqualTo(403);
        assertThat(administrator.post("/people/carol/link").status()).isEqualTo(403);
        assertThat(local.put("/people/carol/role", "{'role':'operator'}").json().toString())
                .contains("\"operator\"", "\"a.example\"");
        assertThat(local.put("/people/carol/role", "{'role':'administrator'}").field()).isEqualTo("domains");
        assertThat(local.post("/people/carol/link").status()).isEqualTo(201);
        assertThat(administrator.delete("/people/carol").status()).isEqualTo(204);
        Program brief = token("brief", "auditor");
        assertThat(brief.get("/server").json().getBoolean("ready")).isTrue();
        assertThat(administrator.delete("/tokens/brief").status()).isEqualTo(204);
        assertThat(brief.get("/server").status()).isEqualTo(401);
        assertThat(administrator.with("Idempotency-Key", "it-would-keep-a-secret")
                .post("/users", "{'name':'dora','password':'four words without relation','senders':[]}")
                .status()).isEqualTo(400);
        assertThat(auditor.get("/audit?thing=brief").raw().body()).contains("token made", "token ended")
                .doesNotContain("postern_");
    }
}
