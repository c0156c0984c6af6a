package org.postern.store.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postern.queue.ParkedMessage.Reason.DEFERRED;

import org.junit.jupiter.api.Test;
import org.postern.event.Sought;
import org.postern.mail.DomainSet;
import org.postern.queue.ParkedMessages;
import org.postern.queue.ParkedQuery;
import org.postern.queue.ParkedSummary;
import org.postern.queue.WaitingMail;

import java.util.List;
import java.util.Map;

/** What every place for parked mail promises to who is limited to some domains. */
interface MailOfDomainsContract {
    ParkedMessages parked();

    WaitingMail waiting();

    private List<String> found(ParkedQuery query) {
        return waiting().list(query).stream().map(ParkedSummary::key).toList();
    }

    @Test
    default void findsNothingBeyondDomains() {
        parked().park(Parked.of("own").from("x@two.example").to("a@one.example").build());
        parked().park(Parked.of("mixed").to("a@one.example", "b@two.example").build());
        parked().park(Parked.of("other").from("a@one.example").to("b@two.example").build());
        parked().park(Parked.of("both").to("a@one.example", "b@three.example").build());
        DomainSet domains = DomainSet.ofText("one.example three.example");
        ParkedQuery all = ParkedQuery.first(10).within(domains);

        assertThat(found(all)).containsExactly("both", "own");
        assertThat(waiting().count(all.filter(), 10)).isEqualTo(2);
        assertThat(waiting().counts(domains)).isEqualTo(Map.of(DEFERRED, 2L));
        assertThat(found(all.by(new Sought.Address("b@two.example")))).isEmpty();
        assertThat(found(all.by(new Sought.Address("x@two.example")))).containsExactly("own");
        assertThat(waiting().within(domains, List.of("own", "mixed", "other", "gone"))).containsExactly("own");
        assertThat(found(ParkedQuery.first(10).within(DomainSet.ofText("")))).isEmpty();
        assertThat(found(all.within(DomainSet.ofText("one.example")))).containsExactly("own");
    }
}
