package org.postern.admin.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.digest.DigestLink;
import org.postern.digest.InMemoryDigests;
import org.postern.digest.LinkToken;
import org.postern.pipeline.digest.SomeDigests;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For whom links are good; nothing is released here. */
class DigestLinksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String DOMAINS = "trust.digest-domains";
    private static final String LINK = "trust.digest-link";
    private final InMemoryDigests store = new InMemoryDigests();

    private DigestLinks links(Map<String, String> settings) {
        store.keep(List.of(new DigestLink(LinkToken.hash("good"), "k", "two.example/bob", "s", "a", NOW.plusSeconds(1),
                Optional.empty())));
        return new DigestLinks(SomeDigests.set(settings), store, null, null, () -> NOW);
    }

    @Test
    void aLinkIsGoodWhileItsRecipientIsToBeTold() {
        DigestLinks links = links(Map.of(DOMAINS, "one.example,two.example", LINK, "https://q.example"));
        assertThat(links.find("good")).isPresent();
        assertThat(links.find("bad")).isEmpty();
    }

    @Test
    void anOperatorTakesLinksBackByNamingTheDomainNoLonger() {
        DigestLinks links = links(Map.of(DOMAINS, "one.example", LINK, "https://q.example"));
        assertThat(links.find("good")).isEmpty();
        assertThat(links.use("good", false)).isEqualTo(DigestLinks.Outcome.UNKNOWN);
    }

    @Test
    void whereNobodyIsToBeToldNoLinkIsGood() {
        assertThat(links(Map.of()).find("good")).isEmpty();
        assertThat(links(Map.of(DOMAINS, "two.example")).find("good")).isEmpty();
        assertThat(links(Map.of(LINK, "https://q.example")).find("good")).isEmpty();
    }
}
