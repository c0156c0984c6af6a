package org.postern.trust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.postern.assessment.Symbol;

import java.util.List;

/** Header sections that others read on where we stop. */
class BrokenHeaderTest {
    private static final String HIDING = "From: <a@a.example>\r\nno field at all\r\nSubject: invoice\r\n\r\nx\r\n";
    private static final String HONEST = "From: <a@a.example>\r\nSubject: invoice\r\n\r\nx\r\n";
    private final Strangers strangers = new Strangers();

    private Examined examined(String message) throws Exception {
        return strangers.examined(Strangers.session("192.0.2.1"), "a.example", message, List.of(Strangers.ANN));
    }

    @Test
    void weighAgainstTheMail() throws Exception {
        assertThat(examined(HONEST).assessment().symbols()).extracting(Symbol::name).doesNotContain("HEADER_BROKEN");
        assertThat(examined(HIDING).assessment().symbols()).anySatisfy(symbol -> {
            assertThat(symbol.name()).isEqualTo("HEADER_BROKEN");
            assertThat(symbol.weight()).isEqualTo(1);
            assertThat(symbol.evidence()).isEqualTo("behind field 1");
        });
    }

    @Test
    void hideNothingFromARuleThatAsksForThem() throws Exception {
        strangers.rules("name=invoice;action=refuse;header=Subject: *invoice*");
        assertThat(examined(HONEST).refusal()).isPresent();
        assertThat(examined(HIDING).refusal()).isEmpty();
        strangers.rules("name=broken;action=refuse;symbol=HEADER_BROKEN");
        assertThat(examined(HIDING).refusal()).isPresent();
    }
}
