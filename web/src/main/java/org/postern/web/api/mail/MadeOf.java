package org.postern.web.api.mail;

import org.postern.admin.content.ShownMail;
import org.postern.content.Field;
import org.postern.content.preview.Hop;
import org.postern.content.preview.LeafPart;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a waiting message is made of.
 *
 * @param fields of its header section, decoded
 * @param hops the way it took by its Received fields, the earliest first; strangers may have written them
 * @param parts those in which no others lie
 * @param size octets of all of it
 * @param cut whether not all was looked at
 */
public record MadeOf(List<Field> fields, List<Step> hops, List<Piece> parts, long size, boolean cut) {
    /** What one server says of taking the message; what it does not say is empty. */
    public record Step(String from, String by, String with, Optional<Instant> at) {
        static Step of(Hop hop) {
            return new Step(hop.from(), hop.by(), hop.with(), hop.at());
        }
    }

    /**
     * One part.
     *
     * @param number its place, from 0
     * @param type as its sender says
     * @param name as its sender says
     * @param size octets, decoded
     */
    public record Piece(int number, String type, Optional<String> name, long size) {
        static Piece of(LeafPart leaf) {
            return new Piece(leaf.number(), leaf.part().type(), leaf.part().fileName(), leaf.size());
        }
    }

    static MadeOf of(ShownMail mail) {
        return new MadeOf(mail.fields(), mail.hops().stream().map(Step::of).toList(),
                mail.parts().stream().map(Piece::of).toList(), mail.size(), mail.isCut());
    }
}
