package org.postern.reputation;

import org.postern.sentence.Sentence;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** What lists may answer (RFC 5782, 2.1), and how those show that they do not answer who asks. */
final class Rules {
    private static final int LOOPBACK = 127;

    private static final Sentence.Form NONE_OF_A_LIST = Sentence.form("answerIsNoneOfAList",
            "it answers {0}, which is no answer of a list: the zone is gone, or a resolver rewrites answers");
    private static final Sentence.Form TOO_MANY = Sentence.form("answerMeansTooManyQuestions",
            "it answers {0}, which means that it does not answer this resolver, or so many questions");
    private static final Sentence.Form NOT_ALLOWED = Sentence.form("answerThatNoListMay",
            "it answers {0}, which no list may: it does not answer this resolver, or a resolver rewrites answers");

    private Rules() {}

    /** {@return what is wrong with one of these answers, if anything is} */
    static Optional<Sentence> broken(List<InetAddress> answers) {
        return answers.stream().flatMap(answer -> broken(answer).stream()).findFirst();
    }

    private static Optional<Sentence> broken(InetAddress answer) {
        byte[] octets = answer.getAddress();
        String said = answer.getHostAddress();
        if (!(answer instanceof Inet4Address) || octets[0] != LOOPBACK) {
            return Optional.of(NONE_OF_A_LIST.with(said));
        }
        if (octets[1] == -1 && octets[2] == -1) {
            return Optional.of(TOO_MANY.with(said));
        }
        if (octets[1] == 0 && octets[2] == 0 && octets[3] == 1) {
            return Optional.of(NOT_ALLOWED.with(said));
        }
        return Optional.empty();
    }
}
