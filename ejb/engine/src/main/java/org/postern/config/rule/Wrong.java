package org.postern.config.rule;

import org.postern.sentence.Sentence;
import org.postern.smtp.wire.Violation;

import java.util.Map;

/** What several kinds of text may have wrong, each a form with the values that it takes. */
public final class Wrong {
    /** Text, least and most. */
    public static final Sentence.Form NOT_WITHIN = Sentence.form("notWithin", "{0} is not within {1} to {2}");
    /** Text. */
    public static final Sentence.Form NEITHER_TRUE_NOR_FALSE = Sentence.form("neitherTrueNorFalse",
            "true or false, not {0}");
    /** Text. */
    public static final Sentence.Form NOT_A_DOMAIN = Sentence.form("notADomainHere", "not a domain name: {0}");
    /** Text. */
    public static final Sentence.Form NOT_AN_ADDRESS = Sentence.form("notAnAddressHere", "not an address: {0}");
    /** What is too long; the most characters. */
    public static final Sentence.Form LONGER_THAN = Sentence.form("longerThan", "longer than {0,number,#} characters");

    private static final Map<Violation, Sentence> OF_ADDRESSES = Map.ofEntries(
            Map.entry(Violation.LOCAL_PART, Sentence.form("localPartNotValid", "Local part not valid").with()),
            Map.entry(Violation.LOCAL_PART_TOO_LONG, Sentence.form("localPartTooLong", "Local part too long").with()),
            Map.entry(Violation.DOMAIN_MISSING, Sentence.form("domainMissing", "Domain missing").with()),
            Map.entry(Violation.DOMAIN, Sentence.form("domainNotValid", "Domain not valid").with()),
            Map.entry(Violation.UNDERSCORE_IN_DOMAIN,
                    Sentence.form("underscoreInDomain", "Underscore in domain").with()),
            Map.entry(Violation.DOMAIN_TOO_LONG, Sentence.form("domainTooLong", "Domain too long").with()),
            Map.entry(Violation.ADDRESS_LITERAL,
                    Sentence.form("addressLiteralNotValid", "Address literal not valid").with()),
            Map.entry(Violation.PATH_TOO_LONG, Sentence.form("addressTooLong", "Address too long").with()),
            Map.entry(Violation.TRAILING_TEXT,
                    Sentence.form("textBehindAddress", "Text behind the address not understood").with()),
            Map.entry(Violation.SOURCE_ROUTE, Sentence.form("sourceRouteNotValid", "Source route not valid").with()));

    private Wrong() {}

    /** {@return how an address or a domain breaks the grammar of mail} */
    public static Sentence with(Violation violation) {
        return OF_ADDRESSES.getOrDefault(violation, Sentence.asItIs(violation.text()));
    }
}
