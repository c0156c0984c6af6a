package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;
import org.postern.mail.Domain;
import org.postern.mail.Mailbox;
import org.postern.reputation.ListKind;

import java.util.List;

/** What lists in the DNS say of the links in a message. */
class LinkCheckTest {
    private final Strangers strangers = new Strangers();

    private List<Symbol> found(String body) throws Exception {
        return strangers.examined(Strangers.session("192.0.2.1"), "a.example",
                "From: <a@a.example>\r\nContent-Type: text/html\r\n\r\n" + body,
                List.of(new Mailbox("ann", new Domain("here.example")))).assessment().symbols();
    }

    private List<String> listed(String body) throws Exception {
        return found(body).stream()
                .filter(symbol -> symbol.name().equals("URI_LISTED"))
                .map(symbol -> symbol.weight() + " " + symbol.evidence())
                .toList();
    }

    @Test
    void eachListCountsOnceHoweverManyLinksItKnows() throws Exception {
        strangers.lists("uri.example", ListKind.LINKS, 4);
        strangers.lists("more.example", ListKind.LINKS, 2);
        strangers.zone.knows("bad.example.uri.example", "A", "127.0.0.2")
                .knows("worse.example.uri.example", "A", "127.0.0.2")
                .knows("worse.example.more.example", "A", "127.0.0.3");
        assertThat(listed("<a href='http://www.bad.example'>x</a> http://worse.example")).singleElement()
                .asString()
                .startsWith("6.0 ")
                .contains("uri.example 127.0.0.2 ", "more.example 127.0.0.3 worse.example");
        assertThat(listed("http://good.example")).isEmpty();
    }

    @Test
    void aListOfSendersIsNotAskedAboutLinksNorTheOtherWayRound() throws Exception {
        strangers.lists("senders.example", ListKind.DOMAINS, 4);
        strangers.lists("uri.example", ListKind.LINKS, 4);
        strangers.zone.knows("bad.example.senders.example", "A", "127.0.0.2")
                .knows("a.example.uri.example", "A", "127.0.0.2");
        assertThat(found("http://bad.example")).extracting(Symbol::name).doesNotContain("URI_LISTED", "DOMAIN_LISTED");
    }

    @Test
    void nobodyIsBetterForALinkToAGoodPlace() throws Exception {
        strangers.lists("good.example", ListKind.LINKS, -4);
        strangers.zone.knows("nice.example.good.example", "A", "127.0.0.2");
        assertThat(found("http://nice.example")).noneMatch(symbol -> symbol.weight() == -4);
    }

    @Test
    void whatAnswersWithErrorsIsBrokenAndHeldAgainstNobody() throws Exception {
        strangers.lists("uri.example", ListKind.LINKS, 4);
        strangers.zone.knows("bad.example.uri.example", "A", "127.255.255.254");
        assertThat(listed("http://bad.example")).isEmpty();
        assertThat(found("http://bad.example")).extracting(Symbol::name).contains("LIST_BROKEN");
    }
}
