package org.postern.delivery.gate;

import org.postern.delivery.host.NextServer;

import java.util.List;

/** Tells with which addresses one may talk now. Used by one thread at a time. */
public interface Turns {
    /** Anybody may talk with all. */
    Turns FREE = new Turns() {
        @Override
        public List<NextServer> turnTo(List<NextServer> servers) {
            return servers;
        }

        @Override
        public void stayWith(NextServer server) {
            // nobody counts
        }
    };

    /** Leaves where one was, and turns to these. {@return those of them with whom one may talk; perhaps none} */
    List<NextServer> turnTo(List<NextServer> servers);

    /** From now on it is this one of them alone. */
    void stayWith(NextServer server);
}
