package org.postern.net.scan;

import org.postern.sentence.Sentence;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A scanner that is not there, not in time, or makes no sense. It says what happened, for log and console. */
final class ScannerFault extends Exception {
    static final Sentence.Form NO_ADDRESS = Sentence.form("noAddressOfX", "no address of {0}");
    static final Sentence.Form NO_CONNECTION = Sentence.form("noConnectionToX", "no connection to {0}");
    static final Sentence NOT_IN_TIME = Sentence.form("noAnswerInTime", "no answer in time").with();
    static final Sentence NONE = Sentence.form("answerThatIsNone", "an answer that is none").with();
    static final Sentence.Form NONE_BUT = Sentence.form("answerThatIsNoneX", "an answer that is none: {0}");
    static final Sentence.Form WITHOUT = Sentence.form("answerWithoutX", "an answer without {0}");
    static final Sentence.Form OF_OCTETS = Sentence.form("answerOfXOctets", "an answer of {0} octets");
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    ScannerFault(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    ScannerFault(Sentence what, IOException cause) {
        this(Sentence.joined(": ", List.of(what, Sentence.asItIs(
                Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName())))));
        initCause(cause);
    }

    Sentence sentence() {
        return sentence;
    }
}
