package org.postern.trust;

import org.postern.assessment.Symbol;

import java.util.Arrays;
import java.util.Optional;

/** All that the checks can find, each with what it means and what it weighs unless an operator has set it otherwise. */
public enum KnownSymbol {
    CLIENT_NAME(0, "the client's address has a name that leads back to it"), NO_CLIENT_NAME(1,
            "the client's address has no name that leads back to it"), CLIENT_NAME_NOT_KNOWN(0,
                    "the DNS does not say now whether the client's address has a name"), NO_HELO_NAME(1,
                            "the name in EHLO or HELO does not exist"),

    SPF_PASS(-0.2, "the domain of the reverse-path lets this client send (RFC 7208)"), SPF_NONE(0.2,
            "the domain of the reverse-path does not say who may send"), SPF_NEUTRAL(0.2,
                    "the domain of the reverse-path says nothing of this client"), SPF_SOFTFAIL(1,
                            "the domain of the reverse-path probably does not let this client send"), SPF_FAIL(3,
                                    "the domain of the reverse-path does not let this client send"), SPF_TEMPERROR(0,
                                            "the DNS does not say now who may send"), SPF_PERMERROR(0.5,
                                                    "what the domain of the reverse-path says about who may send cannot be read"), SPF_HELO_FAIL(
                                                            2,
                                                            "the domain that the client presents itself with does not let it send"),

    DKIM_PASS(-0.3, "a signature of the message is good (RFC 6376)"), DKIM_NONE(0.2,
            "the message is not signed"), DKIM_FAIL(0.2,
                    "no signature of the message is good, and one does not fit header section or body"), DKIM_POLICY(
                            0.2,
                            "no signature of the message is good enough: too weak, out of its time, or a part is left open"), DKIM_NEUTRAL(
                                    0.2,
                                    "no signature of the message is good, and its domain is only testing"), DKIM_TEMPERROR(
                                            0, "the DNS does not give the key of a signature now"), DKIM_PERMERROR(0.2,
                                                    "no signature of the message can ever be good"),

    ARC_PASS(0,
            "all seals of the servers that the message came over hold (RFC 8617); counts only for those that an operator has named"), ARC_FAIL(
                    0.2, "a seal of the servers that the message came over does not hold"), ARC_UNKNOWN(0,
                            "the DNS does not give the key of a seal now"),

    DMARC_PASS(-0.5, "the author's domain has sent the message, or let it be sent (RFC 9989)"), DMARC_NONE(0,
            "the author's domain does not say what it wishes for mail that is not its own"), DMARC_FAIL(0.5,
                    "the message does not come from the author's domain, which wishes nothing for such mail"), DMARC_QUARANTINE(
                            2,
                            "the message does not come from the author's domain, which wishes that it be set aside"), DMARC_REJECT(
                                    4,
                                    "the message does not come from the author's domain, which wishes that it be refused"), DMARC_OVERRIDDEN(
                                            0,
                                            "the author's domain wishes more than is done, and why"), DMARC_TEMPERROR(0,
                                                    "the DNS does not say now what the author's domain wishes"), DMARC_NO_AUTHOR(
                                                            2, "the message has not one author's domain"),

    FORGED_RESULTS(2, "a field said that this gateway had written what it found, and was cut out (RFC 8601, 5)");

    private final double weight;
    private final String meaning;

    KnownSymbol(double weight, String meaning) {
        this.weight = weight;
        this.meaning = meaning;
    }

    /** {@return the symbol of this name} */
    static Optional<KnownSymbol> of(String name) {
        return Arrays.stream(values()).filter(known -> known.name().equals(name)).findFirst();
    }

    /** {@return what it weighs where nobody has set it} */
    public double weight() {
        return weight;
    }

    /** {@return what it means, for a person} */
    public String meaning() {
        return meaning;
    }

    /** {@return it, found} */
    Symbol found(String evidence) {
        return new Symbol(name(), weight, evidence);
    }
}
