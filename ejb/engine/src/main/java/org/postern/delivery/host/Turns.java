package org.postern.delivery.host;

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

        @Override
        public void leave() {
            // nobody counts
        }
    };

    /** Leaves where one was, and turns to these. {@return those of them with whom one may talk; perhaps none} */
    List<NextServer> turnTo(List<NextServer> servers);

    /** From now on it is this one of them alone. */
    void stayWith(NextServer server);

    /** Leaves where one was. What follows, until one turns to somebody, takes no time of the destination's hosts. */
    void leave();
}
