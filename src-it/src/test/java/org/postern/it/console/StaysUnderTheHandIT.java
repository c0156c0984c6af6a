package org.postern.it.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postern.it.harness.Await;
import org.postern.it.harness.Chromium;
import org.postern.it.harness.Commands;
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.RecordingServer;
import org.postern.it.harness.SmtpDialogue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What people choose, seek and write in the console stays as they left it, and what the page says is true. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaysUnderTheHandIT {
    private static final String NAME = "admin";
    private static final String PASSWORD = "correct horse battery";
    private static final int PARKED = 45;
    private static final char ESCAPE = '\uE00C';

    private static final RecordingServer NEXT_HOP = RecordingServer.start();
    private static final String FULL = "452 4.2.2 mailbox full";

    private static Gateway gateway;
    private static Chromium browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Chromium.isUsable(), "needs chromium and chromedriver");
        gateway = Gateway.plan("hand").configuration("""
                [[route]]
                recipient = "test.example"
                to = "%s"
                [[rule]]
                name = "suspicious"
                header = "Subject: *suspicious*"
                action = "quarantine"
                [settings]
                "retry.schedule" = "1h"
                "rate.messages" = 0
                """.formatted(NEXT_HOP.destination())).start();
        Console.withFirstAdministrator(gateway, NAME, PASSWORD);
        browser = Chromium.loggedIn(gateway, NAME, PASSWORD);
        for (int n = 0; n < PARKED; n++) {
            String to = "user%02d@test.example".formatted(n);
            NEXT_HOP.alwaysSays("RCPT TO:<" + to + ">", FULL);
            hand(to, "number " + n);
        }
        hand("caught@test.example", "suspicious");
        awaitParked();
    }

    private static void awaitParked() {
        LocalQueue queue = new LocalQueue(gateway);
        Await.until("all of it is parked", Chromium.LIMIT,
                () -> queue.ask("count").getFirst().getFirst().equals(Integer.toString(PARKED + 1)));
    }

    private static void hand(String to, String subject) throws IOException {
        assertThat(SmtpDialogue.hand(gateway.smtp(), "me@home.example", to,
                ("From: <me@home.example>\r\nSubject: " + subject + "\r\n\r\nx\r\n").getBytes(UTF_8)))
                .startsWith("250");
    }

    private static String row(String recipient) {
        return "[aria-label='Select mail from me@home.example to " + recipient + "@test.example']";
    }

    private static String checked(String recipient) {
        return browser.ask("return document.querySelector(\"" + row(recipient) + "\").checked");
    }

    /** Lets the page's own looks at the server go by, three of them. */
    private static void awaitLooks() {
        browser.ask(
                "window.looks = 0; const was = window.refreshParked; window.refreshParked = () => { window.looks += 100; was(); };"
                        + " setInterval(() => { window.looks++; }, 5000); return 0");
        browser.await("three looks go by", "return window.looks >= 3");
    }

    @Test
    @Order(1)
    void whatIsTickedLooksTickedAndStaysSoUntilItIsActedOn() {
        browser.open("queues?q=user0");
        String before = browser.ask("return getComputedStyle(document.querySelector(\"" + row("user03")
                + "\").closest('tr').cells[1]).backgroundColor");
        browser.click(row("user03"));
        browser.click(row("user07"));
        assertThat(browser.read("output.picked")).isEqualTo("2 selected");
        assertThat(browser.ask("return getComputedStyle(document.querySelector(\"" + row("user03")
                + "\").closest('tr').cells[1]).backgroundColor")).isNotEqualTo(before);

        browser.click("h1");
        awaitLooks();
        assertThat(Integer.parseInt(browser.ask("return window.looks"))).as("the table is not painted anew")
                .isLessThan(100);
        assertThat(checked("user03")).isEqualTo("true");
        browser.reload();
        assertThat(checked("user03")).isEqualTo("true");
        assertThat(checked("user07")).isEqualTo("true");
        assertThat(checked("user05")).isEqualTo("false");

        browser.click("[id='parked:chosenRetry']");
        browser.awaitText("[id='parked:notices']", "retry: 2.");
        assertThat(browser.read("[id='parked:operations']")).contains("Operations", "retry", "Done", "2 of 2", NAME);
        assertThat(browser.count("input[name=chosen]:checked")).isZero();
    }

    @Test
    @Order(2)
    void whereNothingIsTickedThePageSaysSo() {
        browser.open("queues");
        browser.click("[id='parked:chosenRetry']");
        browser.awaitText("[id='parked:notices']", "Nothing is selected");
    }

    @Test
    @Order(3)
    void whatIsSoughtAndWhichPageIsShownStandsInTheAddress() {
        browser.open("queues");
        browser.write("input[name=q]", "test.example");
        browser.ask("document.querySelector('select[name=reason]').value = 'DEFERRED'; return 0");
        browser.click("form.search [type=submit]");
        browser.await("the search is shown", "return location.search.includes('q=')");
        assertThat(browser.address()).isEqualTo("queues?q=test.example&reason=DEFERRED");
        browser.click("a[rel=next]");
        browser.awaitText(".pages", "21 to 40 of " + PARKED);
        String second = browser.address();
        assertThat(second).startsWith("queues?after=").contains("&from=21&q=test.example&reason=DEFERRED");
        String shown = browser
                .ask("return [...document.querySelectorAll('input[name=chosen]')].map(b => b.value).join()");
        browser.click("a[rel=next]");
        browser.awaitText(".pages", "41 to " + PARKED + " of " + PARKED);
        browser.back();
        browser.awaitText(".pages", "21 to 40 of " + PARKED);
        browser.open(second);
        assertThat(browser.ask("return [...document.querySelectorAll('input[name=chosen]')].map(b => b.value).join()"))
                .isEqualTo(shown);
        assertThat(browser.ask("return document.querySelector('input[name=q]').value")).isEqualTo("test.example");
        assertThat(browser.ask("return document.querySelector('select[name=reason]').value")).isEqualTo("DEFERRED");
    }

    @Test
    @Order(4)
    void whatIsBegunGoesOnWithoutThePageAndWhoBeganItIsTold() {
        awaitParked();
        browser.open("queues?reason=DEFERRED");
        browser.ask("document.getElementById('parked:allRetry').click(); return 0");
        browser.await("it is begun", "return document.getElementById('parked:operations').innerText.includes('of 45')");
        browser.open("messages");
        LocalQueue queue = new LocalQueue(gateway);
        Await.until("it is done", Chromium.LIMIT,
                () -> queue.ask("operations").stream().noneMatch(line -> line.contains("running")));
        browser.open("quarantine");
        assertThat(browser.read("[id='held:operations']")).contains("45 of 45", NAME);
    }

    @Test
    @Order(5)
    void aKeyEndsADialogAndBoxesAndTablesHaveNames() {
        browser.open("quarantine");
        assertThat(browser.count(row("caught"))).isOne();
        browser.click(row("caught"));
        browser.click("[id='held:chosenDelete']");
        browser.await("the dialog is open",
                "return document.querySelector('.ui-confirmdialog-no').offsetParent !== null");
        browser.press(ESCAPE);
        browser.await("the dialog is closed",
                "return document.querySelector('.ui-confirmdialog-no').offsetParent === null");
        assertThat(checked("caught")).isEqualTo("true");
        for (String page : List.of("queues", "quarantine", "routes", "aliases")) {
            browser.open(page);
            assertThat(browser.ask("return [...document.querySelectorAll('.scroll')].every("
                    + "area => area.tabIndex === 0 && area.getAttribute('role') === 'region' && area.ariaLabel)"))
                    .as(page)
                    .isEqualTo("true");
            assertThat(browser
                    .ask("return [...document.querySelectorAll('main input:not([type=hidden]), main select')].every("
                            + "field => field.labels.length > 0 || field.ariaLabel)"))
                    .as(page)
                    .isEqualTo("true");
        }
    }

    @Test
    @Order(6)
    void aPhoneHasItsButtonsAtHandAndNothingBesideTheScreen() {
        browser.size(360, 800);
        for (String page : List.of("queues", "quarantine", "routes", "route", "aliases", "alias")) {
            browser.open(page);
            assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth")).as(page)
                    .isEqualTo("true");
        }
        browser.open("queues");
        browser.ask("document.querySelectorAll('input[name=chosen]')[15].scrollIntoView({block: 'center'}); return 0");
        assertThat(browser.ask("const box = document.getElementById('parked:chosenRetry').getBoundingClientRect();"
                + " return box.top >= 0 && box.bottom <= innerHeight")).isEqualTo("true");
        browser.size(1440, 1000);
    }

    @Test
    @Order(7)
    void theTextOfAMessageIsReadInAFrameOfItsOwn() {
        browser.open("messages?q=caught@test.example");
        browser.click("td.id a");
        browser.click("section.parked a[href*='look=']");
        browser.await("the frame is another origin",
                "return document.querySelector('iframe').contentDocument === null");
        browser.enter(Optional.of("iframe"));
        assertThat(browser.read("body")).isEqualTo("x");
        assertThat(browser.ask("return origin")).isEqualTo("null");
        browser.enter(Optional.empty());
        assertThat(browser.read("#look")).contains("Parts", "me@home.example");
        browser.size(360, 800);
        assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
        browser.size(1440, 1000);
    }

    @Test
    @Order(8)
    void thePillSaysWhatHolds() {
        browser.open("messages");
        assertThat(browser.read("#state")).isEqualTo("Taking mail");
        gateway.manage(":suspend");
        browser.awaitText("#state", "the listener mx is suspended");
        browser.reload();
        browser.awaitText("#state", "the listener mx is suspended");
        speak("de");
        browser.await("the page has looked again by itself",
                "return performance.getEntriesByType('resource').filter(one => one.name.includes('/ready')).length > 1");
        assertThat(browser.read("#state")).startsWith("Nimmt keine Mail an: ")
                .contains("der Listener mx ist angehalten");
        speak("en");
        gateway.manage(":resume");
        browser.await("mail is taken again", "return document.getElementById('state').innerText === 'Taking mail'");

        signal("-STOP");
        try {
            browser.awaitText("#state", "No answer from the server");
            assertThat(browser.ask("return document.getElementById('state').className")).isEqualTo("pill dim");
        } finally {
            signal("-CONT");
        }
        browser.await("it answers again", "return document.getElementById('state').innerText === 'Taking mail'");
        gateway.kill();
        browser.awaitText("#state", "No answer from the server");
    }

    private static void speak(String language) {
        browser.open("account");
        browser.ask("document.getElementById('speech:language').value = '" + language + "'; return 0");
        browser.click("[id='speech:speak']");
        browser.await("the page speaks it", "return document.documentElement.lang === '" + language + "'");
    }

    private static void signal(String signal) {
        Commands.run(List.of("kill", signal, Long.toString(gateway.server().pid())));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (gateway != null) {
            gateway.close();
        }
        NEXT_HOP.close();
    }
}
