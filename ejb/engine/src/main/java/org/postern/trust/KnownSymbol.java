package org.postern.trust;

import org.postern.assessment.Assessment;
import org.postern.assessment.Symbol;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that the checks can find, each with what it means and what it weighs unless an operator has set it otherwise. */
public enum KnownSymbol {
    CLIENT_NAME(0, "the client's address has a name that leads back to it"), NO_CLIENT_NAME(1,
            "the client's address has no name that leads back to it"), CLIENT_NAME_NOT_KNOWN(0,
                    "the DNS does not say now whether the client's address has a name"), EARLY_TALKER(3,
                            "the client spoke before it was greeted (RFC 5321, 4.3.1)"), NO_HELO_NAME(1,
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

    FILE_PROGRAM(4, "a file is a program, whatever it is called"), FILE_DANGEROUS_NAME(3,
            "the name of a file ends with what runs where it is opened"), FILE_DOUBLE_EXTENSION(4,
                    "the name of a file ends twice, so that the dangerous end is overlooked"), FILE_HIDING_NAME(3,
                            "the name of a file has characters that hide what it is"), FILE_NAME_LEADS_OUT(3,
                                    "a file in an archive would lie outside the folder into which it is unpacked"), FILE_OTHER_TYPE(
                                            0.5, "a file is of another type than its name says"), FILE_MACROS(2,
                                                    "a document has macros"), FILE_EMBEDDED_FILE(2,
                                                            "a document has another file in it, which a click opens"), FILE_ENCRYPTED(
                                                                    1,
                                                                    "a file is encrypted, so that nobody can look into it on the way"), FILE_OPAQUE(
                                                                            0.5,
                                                                            "an archive is of a kind that is not looked into"), FILE_BROKEN(
                                                                                    0.5,
                                                                                    "an archive is broken off or makes no sense"), FILE_AMBIGUOUS(
                                                                                            3,
                                                                                            "an archive says different things to different readers"), FILE_DEEP(
                                                                                                    2,
                                                                                                    "archives lie in archives, deeper than is looked"), FILE_EXCESSIVE(
                                                                                                            2,
                                                                                                            "an archive has more entries, or takes longer, than is looked at"), FILE_BOMB(
                                                                                                                    6,
                                                                                                                    "an archive unpacks to more than any honest one does"),

    HEADER_BROKEN(1,
            "a line of the header section is no field, or there are too many: other readers may see more fields than were looked at"),

    MIME_DEPTH(1, "parts lie in parts, deeper than is looked"), MIME_PARTS(1,
            "there are more parts than are looked at"), MIME_HEADER(1,
                    "a header section is longer than is looked at"), MIME_BROKEN(0.5,
                            "the parts of the message cannot be read to their end"),

    SPAM_CONTENT(4,
            "the own classifier takes the content for spam: the weight where it is sure, and less where it is less sure"), HAM_CONTENT(
                    -2,
                    "the own classifier takes the content for honest: the weight where it is sure, and less where it is less sure"),

    MALWARE(0, "a scanner for malware has found some, which weighs what the scanner's symbol does"), SCANNER_ASIDE(0,
            "a scanner would have refused the message, set it aside or dropped it, whoever has decided"),

    FORGED_RESULTS(2, "a field said that this gateway had written what it found, and was cut out (RFC 8601, 5)"),

    ALLOWED(-20, "people allow the client's network, or a sender that has proved to be one"), BLOCKED(20,
            "people block the sender, the client's network, or a domain that has signed"),

    LISTED("the client's address, or its name, is on lists in the DNS"), WELCOMED(
            "lists in the DNS speak for the client, or for a domain that has proved to be the sender"), DOMAIN_LISTED(
                    "a domain that the client or the message names is on lists in the DNS"), URI_LISTED(
                            "a host that links in the message lead to is on lists in the DNS"), LIST_BROKEN(0,
                                    "a list in the DNS does not keep to the rules (RFC 5782), and is not believed"), LIST_SILENT(
                                            0,
                                            "a list in the DNS does not say anything now");

    private static final Map<String, KnownSymbol> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final OptionalDouble weight;
    private final String meaning;

    KnownSymbol(double weight, String meaning) {
        this.weight = OptionalDouble.of(weight);
        this.meaning = meaning;
    }

    /** What weighs as much as those say who are asked. */
    KnownSymbol(String meaning) {
        this.weight = OptionalDouble.empty();
        this.meaning = meaning;
    }

    /** {@return the symbol of this name} */
    static Optional<KnownSymbol> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** {@return what it weighs where nobody has set it; empty where that is found each time} */
    public OptionalDouble weight() {
        return weight;
    }

    /** {@return whether it comes in degrees, of which {@link #weight} is the strongest} */
    boolean isGraded() {
        return this == SPAM_CONTENT || this == HAM_CONTENT;
    }

    /** {@return what it means, for a person} */
    public String meaning() {
        return meaning;
    }

    /** {@return the client's name, where it was found that it leads back to the client} */
    static Optional<String> clientName(Assessment known) {
        return known.symbols()
                .stream()
                .filter(symbol -> symbol.name().equals(CLIENT_NAME.name()))
                .findFirst()
                .map(symbol -> symbol.evidence().replaceFirst(".* ", ""));
    }

    /** {@return it, found} */
    Symbol found(String evidence) {
        return found(weight.orElse(0), evidence);
    }

    /** {@return it, found with that weight} */
    Symbol found(double weighs, String evidence) {
        return new Symbol(name(), weighs, evidence);
    }
}
