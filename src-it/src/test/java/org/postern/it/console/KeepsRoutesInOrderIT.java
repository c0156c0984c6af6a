package org.postern.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postern.it.harness.Await;
import org.postern.it.harness.Chromium;
import org.postern.it.harness.Console;
import org.postern.it.harness.KeyFiles;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.Office;
import org.postern.it.harness.RecordingServer;
import org.postern.it.people.Colleague;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Routes and aliases are written once, however often the page is loaded, in a form that has the focus, and what never counts is refused. */
@Office.Shared
class KeepsRoutesInOrderIT {
    private static final String NAME = "rita";

    private static Chromium browser;
    private static LocalQueue routes;
    private static Console console;

    @BeforeAll
    static void start(Office office) {
        assumeTrue(Chromium.isUsable(), "needs chromium and chromedriver");
        routes = LocalQueue.ofRoutes(office.gateway());
        console = Colleague.added(office.gateway(), office.administrator(), NAME, "administrator");
        browser = Chromium.loggedIn(office.gateway(), NAME, Colleague.PASSWORD);
    }

    private static void write(String recipient, String target) {
        browser.open("route");
        assertThat(browser.ask("return document.activeElement.id")).isEqualTo("route:recipient");
        browser.write("[id='route:recipient']", recipient);
        browser.write("[id='route:target']", target);
        browser.click("[id='route:save']");
    }

    private static long of(String recipient) {
        return routes.ask("list").stream().filter(line -> line.contains(recipient)).count();
    }

    @Test
    void whatIsWrittenIsWrittenOnceAndShownWhereItStands() {
        for (int n = 0; n < 20; n++) {
            routes.ask("add", "recipient", "before" + n + ".example", "to", "mx");
        }
        write("once.example", "queue:orders");
        browser.awaitText("[id='routes:notices']", "The route is saved");
        browser.reload();
        browser.awaitText("main", "once.example");
        assertThat(of("once.example")).isOne();

        browser.click("[aria-label^='Disable route']:not([aria-label='Disable route 1'])");
        browser.awaitText("[id='routes:notices']", "is disabled");
        browser.reload();
        assertThat(browser.read("main")).doesNotContain("is disabled.");
        assertThat(routes.ask("list").stream().filter(line -> line.contains("off"))).hasSize(1);
    }

    @Test
    void whoEditsARouteHasItsFormInSightAndComesBackToIt() {
        for (int n = 0; n < 30; n++) {
            routes.ask("add", "recipient", "more" + n + ".example", "to", "mx");
        }
        browser.open("routes");
        browser.ask("[...document.querySelectorAll('tr')].find(row => row.innerText.includes('more25.example'))"
                + ".querySelector('[aria-label^=Edit]').click(); return 0");
        browser.await("the form is there", "return document.activeElement.id === 'route:recipient'");
        assertThat(browser.ask("return document.activeElement.value")).isEqualTo("more25.example");
        assertThat(browser.ask("return document.activeElement.getBoundingClientRect().bottom < innerHeight"))
                .isEqualTo("true");
        browser.write("[id='route:remark']", "seen to");
        browser.click("[id='route:save']");
        browser.await("the route has the focus",
                "return document.activeElement.innerText.includes('more25.example') && document.activeElement.matches('tr')");
        assertThat(browser.read("tr:focus")).contains("seen to");
        assertThat(browser.ask("const box = document.activeElement.getBoundingClientRect();"
                + " return box.top >= 0 && box.bottom <= innerHeight")).isEqualTo("true");
    }

    /** What is deleted is named by the button that was pressed, also when the dialog has been between. */
    @Test
    void whoConfirmsADeletionDeletesWhatWasMeant() {
        for (String name : List.of("kept", "deleted")) {
            routes.ask("add", "recipient", name + ".example", "to", "mx");
            routes.ask("alias", "address", name + "@sought.example", "members", "ann@test.example");
        }
        browser.open("routes");
        browser.ask("[...document.querySelectorAll('tr')].find(row => row.innerText.includes('deleted.example'))"
                + ".querySelector('[aria-label^=Delete]').click(); return 0");
        confirm();
        browser.awaitText("[id='routes:notices']", "is deleted.");
        assertThat(of("deleted.example")).isZero();
        assertThat(of("kept.example")).isOne();
        browser.open("aliases?after=c");
        browser.click("[aria-label='Delete deleted@sought.example']");
        confirm();
        browser.awaitText("[id='aliases:notices']", "deleted@sought.example is deleted.");
        assertThat(browser.read("main")).contains("kept@sought.example");
    }

    private static void confirm() {
        browser.await("the dialog is open",
                "return document.querySelector('.ui-confirmdialog-yes').offsetParent !== null");
        browser.click(".ui-confirmdialog-yes");
    }

    @Test
    void whatWouldNeverCountIsRefusedWhoeverWritesIt() {
        routes.ask("add", "recipient", "two.example", "to", "mx");
        write("TWO.example", "queue:orders");
        browser.awaitText("main", "asks for the same recipient, sender and listener");
        assertThat(browser.ask("return document.getElementById('route:recipient').value")).isEqualTo("TWO.example");
        browser.reload();
        assertThat(of("two.example")).isOne();
        assertThat(refusal("add", "recipient", "two.example", "to", "discard")).contains("asks for the same recipient");
        assertThat(refusal("add", "recipient", "three.example", "to", "mx", "listener", "smtp"))
                .contains("there is no listener smtp but mx, submission");
        browser.open("routes?to=x@two.example&listener=smtp");
        assertThat(browser.read("#forecast")).contains("There is no listener smtp");
    }

    private static String refusal(String action, String... words) {
        try {
            return routes.ask(action, words).toString();
        } catch (AssertionError | RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void whereARouteLeadsTheServerIsAskedAndGetsNoMail(@TempDir Path folder) {
        try (RecordingServer store = RecordingServer.start()) {
            store.speaksTls(KeyFiles.make(folder.resolve("probed.p12"), "probed.example"));
            routes.ask("add", "recipient", "probed.example", "to", store.destination());
            Await.until("the route counts", Chromium.LIMIT,
                    () -> routes.ask("where", "from", "a@b.example", "to", "postmaster@probed.example")
                            .toString()
                            .contains(store.destination()));
            Probe.isAnswered(browser, "probed.example");
            assertThat(store.commands("RCPT TO:<postmaster@probed.example>")).hasSize(1);
            assertThat(store.received()).isEmpty();
        }
    }

    @Test
    void theFirstStepsLeadFromADomainToTheStoryOfATestMail() throws IOException {
        try (RecordingServer store = RecordingServer.start()) {
            browser.open("start");
            browser.write("[id='start:domain']", "mine.example");
            browser.write("[id='start:target']", store.destination());
            browser.click("[id='start:add']");
            browser.awaitText("main", "Mail for mine.example goes to");
            assertThat(of("mine.example")).isOne();
            assertThat(browser.read("pre")).contains("recipient = \"mine.example\"",
                    "to = \"" + store.destination() + "\"");

            browser.write("[id='leave:tried']", store.destination());
            browser.click("[id='leave:try']");
            browser.awaitText("#way", "answers, without TLS");
            assertThat(store.received()).isEmpty();

            Await.until("the route counts", Chromium.LIMIT,
                    () -> routes.ask("where", "from", "a@b.example", "to", "me@mine.example")
                            .toString()
                            .contains(store.destination()));
            browser.write("[id='trial:recipient']", "me@mine.example");
            browser.click("[id='trial:send']");
            browser.awaitText("main", "The test mail is on its way");
            assertThat(store.awaitText("Subject: Test mail from", Chromium.LIMIT).text())
                    .contains("To: <me@mine.example>");
            browser.click("[href^='message?id=']");
            browser.await("its story has come",
                    "if (document.body.innerText.includes('elivered')) return true; location.reload(); return false");
        }
    }

    @Test
    void anAliasTakesNobodysPlaceAndIsEditedByItself() {
        browser.open("alias");
        assertThat(browser.ask("return document.activeElement.id")).isEqualTo("alias:address");
        browser.write("[id='alias:address']", "sales@alias.example");
        browser.write("[id='alias:members']", "ann@test.example");
        browser.click("[id='alias:save']");
        browser.awaitText("[id='aliases:notices']", "sales@alias.example is saved");
        assertThat(browser.ask("return document.activeElement.id")).isEqualTo("alias-sales@alias.example");
        browser.open("alias");
        browser.write("[id='alias:address']", "Sales@alias.example");
        browser.write("[id='alias:members']", "bob@test.example");
        browser.click("[id='alias:save']");
        browser.awaitText("main", "There is an alias sales@alias.example already");
        browser.open("alias?address=sales@alias.example");
        assertThat(browser.ask("return document.getElementById('alias:members').value")).isEqualTo("ann@test.example");
        browser.open("alias?address=nobody@alias.example");
        browser.awaitText("[id='aliases:notices']", "There is no alias nobody@alias.example any more");
    }

    @Test
    void whatWasChangedIsTakenBackOnThePage() {
        routes.ask("add", "recipient", "back.example", "to", "mx");
        browser.open("audit?thing=back.example");
        browser.click("[aria-label^='Take back route added']");
        browser.awaitText("main", "It becomes again");
        browser.click("[id='taking:back']");
        browser.awaitText("[id='audit:notices']", "It is taken back");
        assertThat(of("back.example")).isZero();
        browser.open("audit?thing=back.example");
        assertThat(browser.read("main")).contains("taken back");
    }

    @Test
    void aFileIsTakenInOnceItsDifferenceWasSeen() {
        routes.ask("add", "recipient", "stays.example", "to", "mx");
        String file = console.get("configuration.toml").body();
        assertThat(file).contains("stays.example");
        browser.open("configuration");
        browser.write("[id='import:file']", file + "\n[[route]]\nrecipient = \"new.example\"\nto = \"queue:new\"\n");
        browser.click("[id='import:look']");
        browser.awaitText("#steps", "new.example");
        assertThat(browser.read("#summary")).isEqualTo("1 added, 0 changed, 0 moved, 0 removed.");
        assertThat(of("new.example")).isZero();
        routes.ask("add", "recipient", "meanwhile.example", "to", "mx");
        browser.click("[id='import:confirm']");
        browser.awaitText("main", "Something was changed since");
        browser.awaitText("#steps", "meanwhile.example");
        browser.click("[id='import:confirm']");
        browser.awaitText("main", "The file is taken in");
        assertThat(of("new.example")).isOne();
        assertThat(of("meanwhile.example")).isZero();
        browser.open("audit?thing=configuration");
        browser.click("[aria-label^='Take back configuration imported']");
        browser.awaitText("#steps", "meanwhile.example");
        assertThat(browser.read("#steps")).contains("new.example");
        browser.click("[id='taking:back']");
        browser.awaitText("[id='audit:notices']", "It is taken back");
        assertThat(of("new.example")).isZero();
        assertThat(of("meanwhile.example")).isOne();
        browser.open("configuration");
        browser.write("[id='import:file']", "[[route]]\nrecipient = \"a..b\"\nto = \"mx\"\n");
        browser.click("[id='import:look']");
        browser.awaitText("#problems", "Line 2, column 1");
    }

    @Test
    void aSettingIsChangedWhereItMayBe() {
        browser.open("settings?q=rate.messages");
        browser.click("[aria-label='Change rate.messages']");
        browser.write("[id='setting:value']", "x");
        browser.click("[id='setting:save']");
        browser.awaitText("main", "not a whole number");
        browser.ask("document.getElementById('setting:value').value = '4321'; return 0");
        browser.click("[id='setting:save']");
        browser.awaitText("[id='settings:notices']", "rate.messages is saved");
        browser.await("it counts",
                "if (document.getElementById('setting-rate.messages').innerText.includes('4321')) return true; location.reload(); return false");
        browser.open("settings?q=http.port");
        assertThat(browser.read("main")).contains("after a restart").doesNotContain("Change");
    }

    /** Logical order on the page: local part, @, domain, whatever the scripts are. */
    @Test
    void anAddressFromRightToLeftHasItsDomainBehindTheAt() {
        routes.ask("alias", "address", "\u0645\u062b\u0627\u0644@\u0645\u0648\u0642\u0639.example", "members",
                "ann@test.example");
        browser.open("aliases?after=~");
        String places = "const parts = [...document.querySelectorAll('.mailbox')].find(one => one.innerText.includes('\u0645\u062b\u0627\u0644'))"
                + ".querySelectorAll('bdi'); return parts[0].getBoundingClientRect().right <= parts[1].getBoundingClientRect().left";
        assertThat(browser.ask(places)).isEqualTo("true");
    }

    @Test
    void timesHaveADateAndAZone() {
        routes.ask("add", "recipient", "timed.example", "to", "mx");
        browser.open("routes");
        List<String> times = browser
                .ask("return [...document.querySelectorAll('time.when')].map(t => t.innerText.replace(/\\s+/g, ' ')).join('|')")
                .lines()
                .flatMap(line -> List.of(line.split("\\|", -1)).stream())
                .toList();
        assertThat(times).isNotEmpty()
                .allMatch(time -> time.matches(".*\\b20\\d\\d\\b.*\\d\\d:\\d\\d:\\d\\d.*(UTC|GMT|[A-Z]{3,5}).*"));
    }

    @AfterAll
    static void close(Office office) {
        if (browser != null) {
            browser.close();
            new LocalQueue(office.gateway(), "setting").ask("reset", "key", "rate.messages");
            Colleague.ended(office.administrator(), NAME);
        }
    }
}
