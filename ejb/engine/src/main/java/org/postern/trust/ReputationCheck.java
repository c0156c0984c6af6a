package org.postern.trust;

import org.postern.assessment.Symbol;
import org.postern.mail.Domain;
import org.postern.mail.Envelope;
import org.postern.mail.HeaderSection;
import org.postern.receiver.SessionFacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What others say of a stranger and his message: lists in the DNS, those that people keep here, and whether he is known. */
public final class ReputationCheck {
    private final ListCheck lists;
    private final EntryCheck entries;
    private final GreylistCheck greylist;

    public ReputationCheck(ListCheck lists, EntryCheck entries, GreylistCheck greylist) {
        this.lists = lists;
        this.entries = entries;
        this.greylist = greylist;
    }

    /** {@return the questions about a message, which are being asked already} */
    Asked ask(SessionFacts session, Envelope envelope, HeaderSection header) {
        return new Asked(session, envelope, header, lists.ask(session, envelope.reversePath(), header));
    }

    /** What was asked about one message. */
    final class Asked {
        private final SessionFacts session;
        private final Envelope envelope;
        private final HeaderSection header;
        private final ListCheck.Asked ofLists;

        private Asked(SessionFacts session, Envelope envelope, HeaderSection header, ListCheck.Asked ofLists) {
            this.session = session;
            this.envelope = envelope;
            this.header = header;
            this.ofLists = ofLists;
        }

        /** {@return the same reading, by which more is asked where anybody knows it} */
        Reading heard(Reading reading) {
            return ofLists.heard(reading);
        }

        /**
         * {@return what was answered in time}
         *
         * @param proved the domains that have passed
         */
        List<Symbol> join(Set<Domain> proved) throws InterruptedException {
            List<Symbol> symbols = new ArrayList<>(ofLists.join().symbols(proved));
            symbols.addAll(entries.symbols(session, envelope, header, proved));
            return symbols;
        }

        /**
         * {@return the examination, or that the client is to come again}
         *
         * @param wished whether a scanner wishes it
         */
        Examined over(Examined examined, boolean wished) {
            return greylist.over(examined, session, envelope, wished);
        }

        /** Nobody waits for the answers any more. */
        void cancel() {
            ofLists.cancel();
        }
    }
}
