package org.postern.web.api.mail;

import org.postern.admin.parked.ParkedDetail;
import org.postern.assessment.Symbol;
import org.postern.assessment.Verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A waiting message as a person looks at it.
 *
 * @param envelope a line for each command
 * @param expires when its sender wants it no more
 * @param files names of its files
 * @param source its first octets, as UTF-8
 * @param cut whether there is more
 */
public record LookedAt(String key, String queueId, List<String> envelope, Optional<String> destination,
        Optional<Instant> due, Optional<Instant> expires, String lastReply, Verdict verdict, double score,
        List<Symbol> symbols, String from, String to, String subject, String date, List<String> files, String source,
        long size, boolean cut) {
    static LookedAt of(ParkedDetail one) {
        return new LookedAt(one.key(), one.queueId(), one.envelope(), one.destination(), one.due(), one.expires(),
                one.lastReply(), one.assessment().verdict(), one.assessment().score(), one.assessment().symbols(),
                one.letter().from(), one.letter().to(), one.letter().subject(), one.letter().date(),
                one.letter().files(), one.source(), one.size(), one.isCut());
    }
}
