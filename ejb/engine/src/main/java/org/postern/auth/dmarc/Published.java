package org.postern.auth.dmarc;

import org.postern.sentence.Sentence;

/** What a name says about DMARC. */
sealed interface Published {
    /** One record. */
    record One(PolicyRecord record) implements Published {}

    /** None, or several, which are none (RFC 9989, 4.10, 2). */
    record Nothing() implements Published {}

    /** The DNS does not say, now. */
    record Unknown(Sentence reason) implements Published {}
}
