package org.postern.it.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
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
import org.postern.it.harness.Console;
import org.postern.it.harness.Gateway;
import org.postern.it.harness.LocalQueue;
import org.postern.it.harness.SmtpDialogue;
import org.postern.it.harness.TestDns;
import org.postern.it.people.Colleague;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An administrator, an operator and an auditor walk all pages of the console, on a desk, a tablet and a phone, and act where they may. */
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShowsEachRoleItsPagesIT {
    private static final String PASSWORD = "correct horse battery";
    private static final String OWN = "own.example";
    /** All that are reached from the navigation, and the forms behind them. */
    private static final List<String> PAGES = List.of("dashboard", "messages", "queues", "quarantine", "routes",
            "route", "aliases", "alias", "domains", "domain?name=" + OWN, "rules", "rule", "lists",
            "lists?list=block", "entry", "greylist", "simulator", "classifier", "reports", "sent-reports",
            "tls-sessions", "server", "sessions", "settings", "diagnosis", "diagnosis?domain=" + OWN, "users",
            "user", "application-account", "audit", "account", "start", "applications",
            "application?name=queue%3Aorders", "dead-letters",
            "dead-letter", "archive", "sink", "destinations", "destination?name=mx:other.example");
    private static final List<String> MORE = List.of("people", "tokens", "configuration", "header");

    private static final TestDns DNS = TestDns.start();
    private static Gateway gateway;
    private static Chromium browser;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Chromium.isUsable(), "needs chromium and chromedriver");
        DNS.mx("inside.example", 10, "mx.inside.example").a("mx.inside.example", "127.0.0.9");
        DNS.mx(OWN, 10, "gateway.example").a("gateway.example", "192.0.2.1").ptr("192.0.2.1", "gateway.example");
        gateway = Gateway.plan("pages").dns(DNS).configuration("""
                [[route]]
                recipient = "%s"
                to = "queue:orders"
                [[rule]]
                name = "of-file"
                header = "Subject: *casino*"
                action = "refuse"
                [[rule]]
                name = "held"
                header = "Subject: *suspicious*"
                action = "quarantine"
                """.formatted(OWN)).start();
        Console first = Console.withFirstAdministrator(gateway, "admin", PASSWORD);
        Colleague.added(gateway, first, "oscar", "operator");
        Colleague.added(gateway, first, "audrey", "auditor");
        LocalQueue.ofRoutes(gateway).ask("add", "recipient", "other.example", "to", "mx");
        LocalQueue.ofRoutes(gateway).ask("alias", "address", "sales@" + OWN, "members", "ann@" + OWN);
        LocalQueue.ofLists(gateway).ask("add", "list", "block", "who", "spam.example", "expires", "30d");
        assertThat(SmtpDialogue.hand(gateway.smtp(), "me@home.example", "ann@" + OWN,
                "From: <me@home.example>\r\nSubject: suspicious\r\n\r\nx\r\n".getBytes(US_ASCII))).startsWith("250");
        LocalQueue queue = new LocalQueue(gateway);
        Await.until("it is held", Chromium.LIMIT, () -> queue.ask("count").getFirst().getFirst().equals("1"));
        browser = Chromium.loggedIn(gateway, "admin", PASSWORD);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (gateway != null) {
            gateway.close();
        }
        DNS.close();
    }

    private static void awaitNotice(String form, String text) {
        browser.awaitText("[id='" + form + "notices']", text);
    }

    private static void confirm(String button) {
        browser.click(button);
        browser.await("it is asked whether it is meant",
                "return [...document.querySelectorAll('.ui-confirmdialog-yes')]"
                        + ".some(one => one.offsetParent !== null)");
        browser.click(".ui-confirmdialog-yes");
    }

    @Test
    @Order(1)
    void aRuleIsWrittenMovedDisabledAndDeleted() {
        for (String name : List.of("first", "second")) {
            browser.open("rule");
            assertThat(browser.ask("return document.activeElement.labels[0].innerText")).isEqualTo("name");
            browser.write("[id$='fields:0:text']", name);
            browser.write("[aria-describedby=about-sender]", "." + name + ".example");
            browser.click("[id='rule:save']");
            awaitNotice("rules:", "The rule is saved");
        }
        assertThat(browser.read("tr:focus")).contains("second", "accept", "sender = .second.example", "never", "admin");
        browser.reload();
        assertThat(browser.count("[id^=rule-]")).isEqualTo(2);
        browser.click("[aria-label='Move rule second up']");
        awaitNotice("rules:", "is asked before rule 1");
        assertThat(browser.read("[id^=rule-]")).contains("second");
        browser.click("[aria-label='Disable rule second']");
        awaitNotice("rules:", "is disabled");
        confirm("[aria-label='Delete rule first']");
        awaitNotice("rules:", "is deleted");
        assertThat(browser.count("[id^=rule-]")).isOne();
        browser.open("rule");
        browser.write("[id$='fields:0:text']", "No Name");
        browser.click("[id='rule:save']");
        browser.awaitText(".faults", "a name");
        browser.open("simulator?client=192.0.2.9&sender=a@b.example&to=ann@" + OWN + "&header=Subject:+a+casino");
        assertThat(browser.read("#said")).contains("Rule of-file decides: refuse");
    }

    @Test
    @Order(2)
    void somebodyIsAllowedForATimeAndTakenOffAgain() {
        browser.open("entry?list=allow");
        browser.write("[id='entry:party']", "Partner@friend.example");
        browser.write("[id='entry:owner']", "ann@" + OWN);
        browser.write("[id='entry:expires']", "30d");
        browser.write("[id='entry:comment']", "asked for by Ann");
        browser.click("[id='entry:save']");
        awaitNotice("entries:", "Partner@friend.example is saved");
        assertThat(browser.address()).startsWith("lists?list=allow&q=partner%40friend.example");
        assertThat(browser.read("tbody tr"))
                .contains("partner@friend.example", "ann@" + OWN, "asked for by Ann", "admin")
                .containsPattern("in (29|30) days");
        browser.click("[aria-label='Edit partner@friend.example']");
        browser.await("the form is filled", "return document.getElementById('entry:expires').value.startsWith('4319')"
                + " || document.getElementById('entry:expires').value === '43200m'");
        browser.click("[id='entry:save']");
        awaitNotice("entries:", "is saved");
        assertThat(browser.count("tbody tr")).isOne();
        confirm("[aria-label='Remove partner@friend.example']");
        awaitNotice("entries:", "It is removed");
        browser.open("lists?list=block&q=SPAM.ex");
        assertThat(browser.read("tbody tr")).contains("spam.example", "everybody");
    }

    @Test
    @Order(3)
    void keysAreMadePublishedAndSign() {
        browser.open("domains");
        assertThat(browser.read("main")).contains("other.example", OWN, "not signed");
        browser.open("domain?name=" + OWN);
        assertThat(browser.read("main")).contains("route 1 of the file", "queue:orders", "as it should be");
        browser.click("[id='keys:make']");
        browser.awaitText("#notices", "Keys are made");
        assertThat(browser.read("[id='keys']")).contains("not published yet", "missing");
        KeyRecords.published(browser, DNS);
        browser.open("domain?name=" + OWN);
        assertThat(browser.read("[id='keys']")).contains("published", "as it should be");
        browser.click("[id='keys:switch']");
        browser.awaitText("#notices", "The new keys sign from now on");
        assertThat(browser.read("[id='keys']")).contains("signs").doesNotContain("Forget");
        browser.open("domain?name=no..domain");
        browser.awaitText("#notices", "Not a domain name");
        assertThat(browser.address()).isEqualTo("domains");
    }

    @Test
    @Order(4)
    void aMailUserIsAddedAndNeverShowsAPassword() {
        browser.open("user");
        browser.write("[id='user:name']", "ann@" + OWN);
        browser.write("[id='user:password']", "short");
        browser.click("[id='user:add']");
        browser.awaitText(".faults", "A password has");
        browser.write("[id='user:password']", "a much better secret");
        browser.write("[id='user:senders']", "sales@" + OWN);
        browser.click("[id='user:add']");
        awaitNotice("users:", "may log in");
        assertThat(browser.read("tbody tr")).contains("ann@" + OWN, "sales@" + OWN);
        browser.click("[aria-label='Disable ann@" + OWN + "']");
        awaitNotice("users:", "may not log in any more");
        browser.open("user?name=ann@" + OWN);
        assertThat(browser.ask("return document.documentElement.outerHTML")).doesNotContain("a much better secret");
        browser.open("user?name=nobody");
        awaitNotice("users:", "There is no user nobody any more");
    }

    @Test
    @Order(5)
    void theServerAndTheDnsAreToldOf() {
        browser.open("server");
        assertThat(browser.read("main")).contains("mx", "open", "gateway.example", "valid");
        browser.open("diagnosis?domain=" + OWN + "&client=192.0.2.1");
        assertThat(browser.read("main")).contains("10 gateway.example: 192.0.2.1", "spf=none",
                "Its name leads back to it: gateway.example.");
        browser.open("diagnosis?domain=no..domain");
        assertThat(browser.read(".faults")).contains("Not a domain name");
        Probe.isMadeOf(browser, "inside.example");
        browser.open("header");
        browser.write("[id='header:text']", "Received: from a.example by b.example; Sun, 1 Mar 2026 12:00:00 +0000");
        browser.click("[id='header:read']");
        assertThat(browser.awaitText("#way", "b.example")).contains("a.example");
        browser.open("sessions");
        assertThat(browser.read("main")).contains("No session is going on");
    }

    @Test
    @Order(6)
    void aTokenIsShownOnceAndEnded() {
        browser.open("tokens");
        browser.write("[id='new:name']", "watch");
        browser.click("[id='new:make']");
        assertThat(browser.awaitText("#made", "postern_")).hasSizeGreaterThan(40);
        assertThat(browser.read("tbody")).contains("watch", "auditor", "never", "admin");
        browser.reload();
        assertThat(browser.count("#made")).isZero();
        confirm("[aria-label='End watch']");
        awaitNotice("tokens:", "The token watch has ended");
        assertThat(new Axe(browser).serious()).isEmpty();
    }

    @Test
    @Order(7)
    void nothingOnAPageKeepsAnybodyOutAndItLooksAsItDidWhateverTheWidth() {
        Axe axe = new Axe(browser);
        Pictures pictures = new Pictures(browser);
        List<String> wrong = new ArrayList<>();
        for (String page : Stream.concat(PAGES.stream(), MORE.stream()).toList()) {
            browser.show(1440, 1000, false);
            browser.open(page);
            for (int width : Pictures.WIDTHS) {
                browser.show(width, 1000, width == 768);
                fitting(page, width);
                axe.serious().forEach(fault -> wrong.add(page + " at " + width + ": " + fault));
            }
            wrong.addAll(pictures.differences(page));
        }
        browser.show(1440, 1000, false);
        assertThat(wrong).isEmpty();
    }

    private static void fitting(String page, int width) {
        assertThat(browser.ask("return document.documentElement.scrollWidth <= innerWidth")).as(page + " at " + width)
                .isEqualTo("true");
        assertThat(browser.count("h1")).as(page).isOne();
        assertThat(browser.count("header > nav:not(.beside) a[aria-current]")).as(page)
                .isEqualTo(page.equals("account") ? 0 : 1);
    }

    @Test
    @Order(8)
    void whoChoosesGermanReadsItOnEachPageAndNoneIsWiderThanAPhone() {
        browser.open("account");
        browser.ask("document.getElementById('speech:language').value = 'de'");
        browser.click("[id='speech:speak']");
        browser.await("the page is in German", "return document.documentElement.lang === 'de'");
        browser.show(360, 1000, false);
        for (String page : PAGES) {
            browser.open(page);
            fitting(page, 360);
            assertThat(browser.ask("return document.documentElement.lang")).as(page).isEqualTo("de");
            assertThat(browser.ask("return document.documentElement.outerHTML")).as(page).doesNotContain("???");
        }
        browser.open("queues");
        assertThat(browser.read("main")).contains("Geparkte Mail", "Angehalten");
        browser.open("route");
        browser.write("[id='route:recipient']", "other.example");
        browser.write("[id='route:target']", "discard");
        browser.click("[id='route:save']");
        browser.awaitText(".faults", "fragt nach demselben Empf\u00e4nger");
        browser.open("diagnosis?domain=" + OWN);
        assertThat(browser.read("main")).contains("Mail geht an diese Hosts.");
        browser.open("settings?q=Wartezeiten");
        assertThat(browser.read("main")).contains("Weitere Versuche und Benachrichtigungen",
                "Liste von Dauern: h\u00f6chstens 50, je 1s bis 7d. Gilt nach einem Neustart.");
        browser.open("setting?key=trust.refuse");
        assertThat(browser.read("main"))
                .contains("Die Punkte, ab denen eine Nachricht abgelehnt wird.",
                        "Zahl: 1 bis 1000");
        browser.open("audit?thing=ANGEMELDET");
        assertThat(browser.read("main table")).contains("Angemeldet", "von 127.").doesNotContain("logged in", "from");
    }

    @Test
    @Order(9)
    void anOperatorActsOnListsAndMailAndSeesNoButtonOfAnAdministrator() {
        as("oscar");
        for (String page : List.of("routes", "aliases", "rules", "users", "domain?name=" + OWN, "route", "alias",
                "rule", "user", "application-account", "classifier")) {
            browser.open(page);
            assertThat(buttons()).as(page).isEqualTo("[]");
        }
        browser.open("quarantine");
        assertThat(browser.count("main a[href*=quarantined]")).isOne();
        browser.open("lists");
        assertThat(browser.read("main .primary")).isEqualTo("Allow somebody");
        browser.open("simulator");
        browser.write("[id='simulator:client']", "192.0.2.9");
        browser.write("[id='simulator:helo']", "mail.example");
        browser.write("[id='simulator:sender']", "a@b.example");
        browser.write("[id='simulator:recipients']", "ann@" + OWN);
        browser.write("[id='simulator:message']", "From: a@b.example\nSubject: our casino\n\nx\n");
        browser.click("[id='simulator:judge']");
        browser.awaitText("#result", "refused");
        assertThat(browser.read("#result")).contains("rule of-file", "550 5.7.1", "RULE_OF_FILE");
    }

    @Test
    @Order(10)
    void anAuditorSeesAllAndHasNothingToPress() {
        as("audrey");
        for (String page : PAGES) {
            browser.open(page);
            assertThat(browser.count("h1")).as(page).isOne();
            if (!page.equals("account")) {
                assertThat(buttons()).as(page).isEqualTo("[]");
            }
        }
        assertThat(browser.count("header a[href=people]")).isZero();
        browser.open("quarantine");
        assertThat(browser.read("main")).contains("suspicious");
        assertThat(browser.count("main a[href*=quarantined]")).isZero();
        browser.click("main a[href*=message]");
        browser.awaitText("main", "Quarantined");
        assertThat(browser.count("main .card.parked button, main a[href*=quarantined]")).isZero();
    }

    /** What sends a form that changes something, or leads to one. */
    private static String buttons() {
        return browser.ask("return JSON.stringify([...document.querySelectorAll('main form[method=post] "
                + ":is(button[type=submit], input[type=submit]), main a.primary')].map(one => one.innerText || one.value))");
    }

    private static void as(String person) {
        browser.close();
        browser = Chromium.loggedIn(gateway, person, Colleague.PASSWORD);
    }
}
