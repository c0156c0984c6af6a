package org.postern.it.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postern.it.harness.Await;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.Office;
import org.postern.it.harness.SampleMail;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Several people use the console, each in a role, and what they do is kept. */
@Office.Shared
class GivesEachARoleIT {
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]*)\"");
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static Gateway gateway;
    private static Console administrator;
    private static Console operator;
    private static Console auditor;

    @BeforeAll
    static void start(Office office) {
        gateway = office.gateway();
        administrator = office.administrator();
        operator = Colleague.added(gateway, administrator, "oscar", "operator");
        auditor = Colleague.added(gateway, administrator, "audrey", "auditor");
    }

    private static Console who(String role) {
        return switch (role) {
            case "administrator" -> administrator;
            case "operator" -> operator;
            default -> auditor;
        };
    }

    @ParameterizedTest
    @CsvSource({"administrator, people, 200", "operator, people, 403", "auditor, people, 403",
            "administrator, audit, 200", "operator, audit, 200", "auditor, audit, 200", "auditor, messages, 200",
            "auditor, queues, 200", "auditor, routes, 200", "auditor, aliases, 200", "auditor, quarantine, 200",
            "operator, queues, 200", "auditor, account, 200", "auditor, domains, 200", "auditor, rules, 200",
            "auditor, lists, 200", "auditor, users, 200", "auditor, reports, 200", "auditor, server, 200",
            "auditor, diagnosis?domain=a.example, 200"})
    void eachSeesThePagesOfTheRole(String role, String page, int status) {
        HttpResponse<String> answer = who(role).get(page);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body()).contains("Not for your role", "console.css");
        }
    }

    @Test
    void whoIsLimitedToADomainSeesAndActsOnItsMailAlone() throws IOException {
        Console dora = Colleague.added(gateway, administrator, "dora", "operator", "own.example");
        String own = waiting("mine@own.example");
        String mixed = waiting("both@own.example", "both@hold.example");
        String other = waiting("theirs@hold.example");
        for (String page : List.of("messages", "queues", "quarantine", "routes", "domains", "account",
                "domain?name=own.example")) {
            assertThat(dora.get(page).statusCode()).as(page).isEqualTo(200);
        }
        for (String page : List.of("dashboard", "aliases", "lists", "rules", "greylist", "simulator", "classifier",
                "reports", "sent-reports", "tls-sessions", "server", "sessions", "diagnosis?domain=a.example", "start",
                "people", "users", "audit")) {
            HttpResponse<String> answer = dora.get(page);
            assertThat(answer.statusCode()).as(page).isIn(403, 200);
            assertThat(answer.body()).as(page).doesNotContain("hold.example");
        }
        for (String form : List.of("entry", "simulator")) {
            assertThat(operator.get(form).body()).contains("id=\"" + form + ":");
            assertThat(dora.get(form).body()).as(form).doesNotContain("id=\"" + form + ":");
        }
        assertThat(dora.read("queues")).contains("mine@own.example").doesNotContain("hold.example");
        assertThat(dora.read("routes")).doesNotContain("hold.example");
        assertThat(dora.read("domain?name=own.example")).contains("127.0.0.1");
        assertThat(dora.read("messages")).contains("mine", "both").doesNotContain("hold.example");
        assertThat(dora.read("messages?q=theirs@hold.example")).doesNotContain(other);
        assertThat(dora.read("message?id=" + mixed)).contains("both").doesNotContain("hold.example");
        assertThat(dora.read("message?id=" + other)).doesNotContain("hold.example");
        assertThat(dora.read("message?id=" + own)).contains("mine");
        assertThat(act("role", "dora", "administrator", "own.example").body()).contains("has all domains");
        assertThat(Colleague.act(administrator, "role", Map.of("person", "dora", "role", "operator")).body())
                .contains("Name the domains");
        assertThat(act("role", "dora", "operator", "*").statusCode()).isEqualTo(302);
        assertThat(dora.read("queues")).contains("theirs@hold.example");
    }

    /** {@return the queue id of a message that waits for all of these} */
    private static String waiting(String... recipients) throws IOException {
        String reply;
        try (SmtpDialogue dialogue = SmtpDialogue.greeted(gateway.smtp())) {
            dialogue.say("MAIL FROM:<sender@home.example>");
            for (String recipient : recipients) {
                assertThat(dialogue.say("RCPT TO:<" + recipient + ">")).startsWith("250");
            }
            dialogue.say("DATA");
            reply = dialogue.content(SampleMail.about("for " + recipients[0]));
        }
        assertThat(reply).startsWith("250");
        Await.until(recipients[0] + " waits", LIMIT, () -> administrator.read("queues").contains(recipients[0]));
        return reply.replaceFirst(".* ", "").strip();
    }

    private static HttpResponse<String> act(String act, String person, String role, String domains) {
        return Colleague.act(administrator, act, Map.of("person", person, "role", role, "domains", domains));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "auditor"})
    void nobodyButAnAdministratorLetsPeopleIn(String role) {
        for (String act : List.of("add", "link", "role", "end")) {
            HttpResponse<String> answer = Colleague.act(who(role), act,
                    Map.of("person", act.equals("add") ? "mallory" : "alice", "role", "administrator", "domains", "*"));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("token=");
        }
        assertThat(administrator.read("people")).doesNotContain("mallory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "operator"})
    void aRouteIsAnAdministratorsAffair(String role) {
        String body = who(role).get("route").body();
        assertThat(body).contains("Routes are changed by administrators.").doesNotContain("route:save");
        HttpResponse<String> forged = who(role).post("route",
                "route=route&route%3Asave=x&route%3Arecipient=" + role + ".example&route%3Atarget=queue%3Ax");
        assertThat(forged.body()).doesNotContain("The route is saved");
        assertThat(administrator.read("routes")).doesNotContain(role + ".example");
        assertThat(auditor.read("audit?thing=route")).doesNotContain(role + ".example");
    }

    @Test
    void anAdministratorWritesARoute() {
        HttpResponse<String> answer = pressed(administrator, "route", "route",
                Map.of("recipient", "administrator.example", "target", "queue:x"), "Save");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(administrator.read("routes")).contains("administrator.example");
        assertThat(auditor.read("audit?thing=route")).contains("administrator.example");
    }

    private static String state(String body) {
        return "&jakarta.faces.ViewState=" + first(STATE, body).replace(":", "%3A") + "&primefaces.nonce="
                + first(NONCE, body).replace("+", "%2B").replace("=", "%3D");
    }

    /** One press on a button of a page, as a browser without scripts does it. */
    private static HttpResponse<String> pressed(Console console, String page, String form, Map<String, String> values,
            String button) {
        String body = console.get(page).body();
        Matcher submit = Pattern.compile("<input[^>]*name=\"(" + form + ":[^\"]*)\"[^>]*value=\"" + button + "\"")
                .matcher(body);
        assertThat(submit.find()).isTrue();
        StringBuilder fields = new StringBuilder(form + "=" + form + "&" + submit.group(1) + "=x");
        values.forEach((name, value) -> fields.append('&')
                .append(form)
                .append(':')
                .append(name)
                .append('=')
                .append(value));
        return console.post(page, fields + state(body));
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() {
        Console olivia = Colleague.added(gateway, administrator, "olivia", "administrator");
        assertThat(olivia.get("people").statusCode()).isEqualTo(200);
        assertThat(act("role", "olivia", "auditor").statusCode()).isEqualTo(302);
        assertThat(olivia.get("people").statusCode()).isEqualTo(403);
        assertThat(act("end", "olivia", "").statusCode()).isEqualTo(302);
        assertThat(olivia.get("messages").statusCode()).isEqualTo(302);
        assertThat(auditor.read("audit?person=alice&thing=olivia"))
                .contains("person added", "administrator", "role changed", "person ended");
    }

    @Test
    void theSecretOfALinkStaysInNoAddress() {
        String link = Colleague.link(act("add", "lucy", "auditor").body());
        Console lucy = Console.anonymous(gateway);
        HttpResponse<String> moved = lucy.get(link);
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(moved.headers().firstValue("Location")).contains("/password");
        HttpResponse<String> page = lucy.get("password");
        assertThat(page.body()).contains("lucy").doesNotContain(link.substring(link.indexOf('=')));
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("strict-origin");
        assertThat(lucy.submit("password", Map.of("password", Colleague.PASSWORD, "again", Colleague.PASSWORD)).body())
                .contains("Your password is set");
        assertThat(lucy.get("password").statusCode()).isEqualTo(404);
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(act("end", "alice", "").body()).contains("last administrator");
        assertThat(act("role", "alice", "auditor").body()).contains("last administrator");
        assertThat(administrator.get("people").statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> act(String act, String person, String role) {
        return Colleague.act(administrator, act, Map.of("person", person, "role", role, "domains", "*"));
    }

    @Test
    void aSessionIsListedAndEnded() {
        Console sam = Colleague.added(gateway, administrator, "sam", "auditor");
        String page = administrator.get("people").body();
        Matcher row = Pattern.compile("<bdi>sam</bdi>(?:(?!</tr>).)*name=\"session\" value=\"(\\w{64})\"",
                Pattern.DOTALL).matcher(page);
        assertThat(row.find()).isTrue();
        assertThat(Colleague.act(administrator, "end-session", Map.of("session", row.group(1))).statusCode())
                .isEqualTo(302);
        assertThat(sam.get("messages").statusCode()).isEqualTo(302);
    }

    @Test
    void whoHasLostThePasswordComesBackByTheCommandLine() {
        String printed = postern("admin", "reset", "alice");
        assertThat(printed).contains("http://");
        Console back = Console.anonymous(gateway);
        assertThat(back.submit(Colleague.link(printed),
                Map.of("password", "another set of words", "again", "another set of words")).body())
                .contains("Your password is set");
        assertThat(administrator.get("messages").statusCode()).isEqualTo(302);
        assertThat(administrator.login("alice", "another set of words").statusCode()).isEqualTo(302);
        assertThat(postern("admin", "list")).contains("oscar", "operator");
        assertThat(auditor.read("audit?thing=link")).contains("local/", "link for a password given", "alice");
        assertThat(auditor.read("audit?person=alice"))
                .contains("first administrator made", "password chosen", "logged in", "from 127.0.0.1");
    }

    private static String postern(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("postern.root"), "postern").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", gateway.data().toString()));
        return Commands.run(command);
    }

    @Test
    void contentIsForOperatorsInASandboxAndIsWrittenDown() throws IOException {
        LookedAt mail = LookedAt.parked(gateway, operator);
        assertThat(mail.page(operator).body())
                .contains("<iframe", "sandbox=\"\"", "Download part 2", "mallory@evil.example")
                .doesNotContain("steal()", "\u202e", "<script>?", "Dear");

        HttpResponse<String> text = mail.text(operator);
        assertThat(text.body()).contains("Dear <b>customer</b>", "\u2039evil.example\u203a")
                .doesNotContain("steal", "pixel", "href");
        assertThat(policy(text)).contains("default-src 'none'", "style-src 'unsafe-inline'", "img-src data:", "sandbox")
                .doesNotContain("allow", "script-src");
        assertThat(text.headers().allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");

        HttpResponse<String> file = mail.file(operator);
        assertThat(file.body()).isEqualTo("<script>steal()</script>");
        assertThat(policy(file)).contains("default-src 'none'", "sandbox");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"[\\w.-]+\"; filename\\*=UTF-8''[\\w.%-]+");
        assertThat(mail.source(operator).body()).contains("From: Mallory <mallory@evil.example>\r\n", "--x--");
        assertThat(auditor.read("audit?person=oscar&thing=" + mail.id()))
                .contains("content read", "as HTML", "file taken", "part 2, 24 octets", "source taken");
    }

    @Test
    void anAuditorSeesNoContent() throws IOException {
        LookedAt mail = LookedAt.parked(gateway, operator);
        assertThat(mail.page(auditor).body()).contains(mail.id()).doesNotContain("<iframe", "look=", "Download");
        for (HttpResponse<String> answer : List.of(mail.text(auditor), mail.file(auditor), mail.source(auditor))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("Dear", "steal");
        }
        assertThat(mail.text(Console.anonymous(gateway)).statusCode()).isEqualTo(302);
        assertThat(auditor.read("audit?person=audrey")).doesNotContain("content read", "taken");
    }

    private static String policy(HttpResponse<String> answer) {
        return String.join(" / ", answer.headers().allValues("Content-Security-Policy"));
    }

    @Test
    void secretsStandNowhereInTheAuditLog() {
        assertThat(auditor.get("audit").body()).doesNotContain("token=", "$2a$", Colleague.PASSWORD);
    }
}
